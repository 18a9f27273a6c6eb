"""check-manifests.py: the Flatpak manifest and publiccode.yml say what their standards ask for (TAP).

SPDX-License-Identifier: EUPL-1.2

Usage: check-manifests.py SOURCE-ROOT VERSION
"""
import re
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    print('1..0 # SKIP python3-yaml is not installed')
    sys.exit(0)

FLATPAK_KEYS = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'modules'}
MODULE_KEYS = {'name', 'buildsystem', 'config-opts', 'sources', 'cleanup', 'build-commands'}
PUBLICCODE_KEYS = {'publiccodeYmlVersion', 'name', 'url', 'platforms', 'developmentStatus', 'softwareType', 'description',
                   'legal', 'maintenance', 'localisation'}
STATUSES = {'concept', 'development', 'beta', 'stable', 'obsolete'}


def flatpak_checks(root):
    manifest = yaml.safe_load((root / 'flatpak/org.peilstok.Peilstok.yml').read_text(encoding='utf-8'))
    last = manifest['modules'][-1]
    yield 'the manifest has the keys it must have, and no other', set(manifest) == FLATPAK_KEYS
    yield 'the manifest is of this program', (manifest['id'], manifest['command']) == ('org.peilstok.Peilstok', 'peilstok')
    yield 'every module has known keys', all(set(module) <= MODULE_KEYS for module in manifest['modules'])
    yield 'every download has a SHA-256', all(
        re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')) for module in manifest['modules']
        for source in module['sources'] if source['type'] == 'archive')
    yield 'the program comes last, from this folder', (
        last['name'] == 'peilstok' and (root / 'flatpak' / last['sources'][0]['path'] / 'meson.build').is_file())
    yield 'the program needs no network', not any('network' in argument for argument in manifest['finish-args'])


def publiccode_checks(root, version):
    publiccode = yaml.safe_load((root / 'publiccode.yml').read_text(encoding='utf-8'))
    yield 'publiccode.yml has the keys it must have', PUBLICCODE_KEYS <= set(publiccode)
    yield 'its licence is the project\'s', publiccode['legal']['license'] == 'EUPL-1.2'
    yield 'its version is the project\'s', publiccode['softwareVersion'] == version
    yield 'its status is one of the standard\'s', publiccode['developmentStatus'] in STATUSES
    for language, text in publiccode['description'].items():
        yield f'its short description ({language}) has at most 150 signs', len(text['shortDescription']) <= 150
        yield f'its long description ({language}) has 150 to 10,000', 150 <= len(text['longDescription']) <= 10000
        yield f'its features ({language}) have at most 100 each', all(len(line) <= 100 for line in text['features'])
    languages = {line for line in (root / 'po/LINGUAS').read_text(encoding='utf-8').split('\n') if line and line[0] != '#'}
    yield 'its languages are English and those of po/LINGUAS', set(
        publiccode['localisation']['availableLanguages']) == languages | {'en'}


def changelog_checks(root, version):
    text = (root / 'CHANGELOG.md').read_text(encoding='utf-8')
    metainfo = (root / 'data/org.peilstok.Peilstok.metainfo.xml.in').read_text(encoding='utf-8')
    yield 'the changelog knows this version', f'## [{version}]' in text or '## [Unreleased]' in text
    yield 'the catalogue entry knows this version', f'<release version="{version}"' in metainfo


def main(root, version):
    number = 0
    for checks in (flatpak_checks(root), publiccode_checks(root, version), changelog_checks(root, version)):
        for name, good in checks:
            number += 1
            print(f'{"ok" if good else "not ok"} {number} - {name}')
    print(f'1..{number}')


if __name__ == '__main__':
    main(Path(sys.argv[1]), sys.argv[2])
