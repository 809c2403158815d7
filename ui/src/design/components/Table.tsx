import type { ReactNode } from "react";
import { classes } from "./classes";

export type Column<T> = { key: string; title: string; cell: (row: T) => ReactNode; align?: "right"; hideOnPhone?: boolean; width?: string };

/** A real table; on a phone the columns that can be missed go, and what is left still scrolls. */
export function Table<T>({ caption, columns, rows, rowKey }: { caption: string; columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string }) {
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="group" aria-label={`${caption}, scrolls sideways`}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {columns.map((column) => (
              <th key={column.key} scope="col" style={column.width ? { width: column.width } : undefined} className={classes("px-2 py-1.5 font-medium sm:px-3.5", column.align === "right" && "text-right", column.hideOnPhone && "max-sm:hidden")}>
                {column.title || <span className="sr-only">Actions</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-b-0 hover:bg-canvas">
              {columns.map((column) => (
                <td key={column.key} className={classes("px-2 py-2 align-middle sm:px-3.5", column.align === "right" && "text-right", column.hideOnPhone && "max-sm:hidden")}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
