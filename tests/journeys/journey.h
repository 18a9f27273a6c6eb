/* journey.h: what a user does, by accessibility from another process
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A journey starts the real program on the real display, finds what is on the screen by its role and name, clicks and types, and reads
 * the result back. Everything waits for a while before it fails, for the program works on its own time.
 */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* AT-SPI has no such definitions of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

typedef struct
{
  GSubprocess     *process;
  AtspiAccessible *application;
  char            *folder;         /* a temporary one, gone at the end */
} Journey;

/* The demo region in a temporary folder, as the fixture of a test. */
typedef struct { char *folder; char *region; } JourneyRegion;

void             journey_region_set_up    (JourneyRegion *region, gconstpointer data);
void             journey_region_tear_down (JourneyRegion *region, gconstpointer data);

void             journey_init      (int *argc, char ***argv);
Journey         *journey_start     (const char *const *arguments);
/* The same as somebody else: with that login name, by nss_wrapper (journey_can_be_others()). */
Journey         *journey_start_as  (const char *login, const char *const *arguments);
gboolean         journey_can_be_others (void);
void             journey_finish    (Journey *journey);

/* Things are found anywhere below `root` (NULL: the application); `name` is a part of the name or the text, NULL: any. */
AtspiAccessible *journey_find      (Journey *journey, AtspiAccessible *root, AtspiRole role, const char *name);
gboolean         journey_has       (Journey *journey, AtspiRole role, const char *name);
gboolean         journey_shows     (Journey *journey, const char *text);
void             journey_expect    (Journey *journey, const char *text);
void             journey_expect_gone (Journey *journey, const char *text);
void             journey_click     (Journey *journey, AtspiRole role, const char *name);
void             journey_click_last (Journey *journey, const char *name);
void             journey_type      (Journey *journey, AtspiRole role, const char *name, const char *text);
void             journey_press     (Journey *journey, const char *keys);
void             journey_go_to_section (Journey *journey, const char *title);      /* of the sidebar, by its key */
void             journey_fill      (Journey *journey, const char *name, const char *text);      /* an entry with exactly that name */
char            *journey_screen    (Journey *journey);
char            *journey_run       (const char *const *arguments);
void             journey_open_row  (Journey *journey, const char *words);
char            *journey_money     (gint64 cents);
void             journey_remove_folder (const char *path);

G_END_DECLS
