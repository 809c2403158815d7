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

/** What a form shows beside the field that the server refused. */
export function fieldError(error: unknown, path: string): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.errors.find((entry) => (entry.path ?? "").toLowerCase() === path.toLowerCase())?.message ?? null;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
