import type { Session } from "@/api/types";

/** Where the sample shop runs, when the server was started with it. */
export function sampleUrl(session: Session): string | null {
  const features = session.features as unknown;
  if (features && typeof features === "object" && !Array.isArray(features)) {
    const value = (features as Record<string, unknown>).sampleUrl;
    if (typeof value === "string" && value) return value;
  }
  return null;
}
