/* ps-payments.h: the payment list of a year: what each provider gets or gives back, municipality by municipality
 *
 * SPDX-License-Identifier: EUPL-1.2
 */
#pragma once

#include <gio/gio.h>

#include "store/ps-settlements.h"

G_BEGIN_DECLS

/* Of a settlement and a municipality: its balance, what earlier final ones settled there, and the amount = the difference. Sums are those
 * of the settlement, to the cent. */
typedef struct
{
  gint64 number;                   /* of the settlement: its id */
  char  *agb, *provider, *code, *municipality;
  PsSettlementState state;
  PsDate final_on;                 /* here; PS_DATE_OPEN: it is not final */
  char  *final_by;                 /* NULL: it is not final */
  gint64 payable_cents, paid_cents, balance_cents, before_cents, amount_cents;
} PsPayment;

void       ps_payment_free       (PsPayment *payment);
/* Of every final settlement of the year that was made final on `since` (PS_DATE_MIN: whenever) or after it, or (`proposed`) of the
 * proposed ones; by provider, number, municipality. */
GPtrArray *ps_payments_list      (PsStore *store, int year, gboolean proposed, PsDate since, GError **error);
gboolean   ps_payments_write_csv (GPtrArray *payments, GOutputStream *output, GError **error);
gboolean   ps_payments_write_xlsx (GPtrArray *payments, int year, const char *path, GError **error);

G_END_DECLS
