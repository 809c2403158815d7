/** Headers as people write them, one a line: `Name: value`; the number of the first line that is none when there is one. */
export function readHeaders(text: string): { headers: Record<string, string>; wrongLine: number | null } {
  const headers: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.trim();
    if (!line) continue;
    const colon = line.indexOf(":");
    if (colon < 1) return { headers, wrongLine: at + 1 };
    headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return { headers, wrongLine: null };
}
