/* ps-grid.h: a grid to type into: one cell has the cursor, a block is selected, what is typed is an exact value of one cell
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What all such grids do alike: the cursor and the selection, keys and pointer, the editor over a cell, blocks that are copied and pasted,
 * scrolling. A kind of grid says what its cells are, makes their widgets and places them. To be put into a GtkScrolledWindow.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PsGrid PsGrid;
typedef struct _PsGridClass PsGridClass;

/* Ids that say which cell is meant, whatever stands where now; those that a grid has no use for are 0. */
typedef struct { gint64 ids[3]; } PsGridKeys;

/* Of a cell, counted among those that are typed into; PS_NO_NUMBER: empty. */
typedef struct { guint row; guint column; gint64 value; } PsGridValue;

/* Of a column, in pixels from the first one on; `reach`: with what belongs to it and stands at its right. */
typedef struct { int left; int width; int reach; } PsGridSpan;

struct _PsGridClass
{
  GtkWidgetClass parent_class;

  /* What the cells are. Texts are the caller's. */
  PsGridKeys  (*get_keys)       (PsGrid *self, guint row, guint column);
  gboolean    (*is_open)        (PsGrid *self, guint row, guint column);                /* NULL: all are typed into */
  gint64      (*get_value)      (PsGrid *self, guint row, guint column);
  char       *(*write)          (PsGrid *self, guint column, gint64 value);             /* as it is typed again, in any locale */
  gboolean    (*understand)     (PsGrid *self, guint row, guint column, const char *text, gint64 *value, char **why);
  char       *(*name_cell)      (PsGrid *self, guint row, guint column);
  char       *(*describe_cell)  (PsGrid *self, guint row, guint column);                /* with what is in it */
  const char *(*advise_room)    (PsGrid *self);                                         /* where a block does not fit; translated */
  void        (*give)           (PsGrid *self, const GArray *values);                   /* PsGridValue, at least one */

  /* What is seen of them. */
  PsGridSpan  (*get_span)       (PsGrid *self, guint column);
  GtkWidget  *(*get_cell)       (PsGrid *self, guint row, guint column);                /* NULL: it has no widget now */
  void        (*show_selection) (PsGrid *self);
  void        (*measure_parts)  (PsGrid *self);                                         /* how large the parts wish to be */

  /* What happens; NULL: nothing more. */
  void        (*leave_cell)     (PsGrid *self);                                         /* the cursor is about to move */
  void        (*enter_cell)     (PsGrid *self);                                         /* … has moved, and the focus with it */
  const char *(*remark)         (PsGrid *self);                                         /* on what is typed, though it is understood; the grid's */
  void        (*typed)          (PsGrid *self, const char *said);                       /* other text, with what is said of it ("": nothing), or no more */
  void        (*scrolled)       (PsGrid *self);

  gboolean kinds;               /* columns are of different kinds: Ctrl+A takes that of the cursor first, then all */
};

#define PS_TYPE_GRID (ps_grid_get_type ())
#define PS_GRID(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), PS_TYPE_GRID, PsGrid))
#define PS_GRID_CLASS(class) (G_TYPE_CHECK_CLASS_CAST ((class), PS_TYPE_GRID, PsGridClass))
#define PS_IS_GRID(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), PS_TYPE_GRID))
#define PS_GRID_GET_CLASS(object) (G_TYPE_INSTANCE_GET_CLASS ((object), PS_TYPE_GRID, PsGridClass))

/* Signal "status-changed": another cell has the focus, or the selection or the problem changed. */
GType       ps_grid_get_type    (void);
void        ps_grid_set_menu    (PsGrid *self, GMenuModel *menu);       /* of a cell */

const char *ps_grid_get_problem (PsGrid *self);                         /* of what is typed or was pasted; NULL: none */
gboolean    ps_grid_is_typing   (PsGrid *self);
gboolean    ps_grid_finish      (PsGrid *self);                         /* gives what is being typed; FALSE: it is wrong, and stays */
void        ps_grid_forget      (PsGrid *self);                         /* leaves what is being typed */

/* As the keys do. */
void        ps_grid_type        (PsGrid *self, const char *text);       /* opens the cell with that text in it */
void        ps_grid_clear       (PsGrid *self);                         /* the selected cells */
char       *ps_grid_copy_text   (PsGrid *self);                         /* tabs and newlines, as people write numbers; the caller's */
gboolean    ps_grid_paste_text  (PsGrid *self, const char *text);       /* all or nothing, from the selection's first cell on */
void        ps_grid_fill_down   (PsGrid *self);                         /* its first row into the others, or what is above into a single row */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsGrid, g_object_unref)

G_END_DECLS
