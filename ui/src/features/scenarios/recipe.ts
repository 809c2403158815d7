/** A recipe as an editor shows it. */
export function pretty(recipe: unknown): string {
  return JSON.stringify(recipe ?? {}, null, 2);
}

/** Why a text is not JSON; null when it is. */
export function syntaxError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
