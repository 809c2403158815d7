/** An answer that was not a success, with the server's stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    message: string,
    readonly errors: { path?: string | null; message: string }[],
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** Whether what the server refused at a path is said beside a field: it is the field's own, or lies below it as one header lies below all. */
export function isAt(path: string | null | undefined, field: string): boolean {
  const [said, own] = [(path ?? "").toLowerCase(), field.toLowerCase()];
  return said === own || said.startsWith(`${own}.`);
}

/** What a form shows beside the field that the server refused. */
export function fieldError(error: unknown, field: string): string | null {
  if (!(error instanceof ApiError)) return null;
  const found = error.errors.find((entry) => isAt(entry.path, field));
  if (!found) return null;
  const below = (found.path ?? "").slice(field.length + 1);
  return below ? `${below} ${found.message}` : found.message;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
