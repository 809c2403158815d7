import type { ArtifactFile } from "@/api/types";

export type Picture = (name: string | null | undefined) => string | null;

/** From the name of a file of the run to its short-lived link. Only addresses of this server are followed. */
export function pictureResolver(files: ArtifactFile[]): Picture {
  const byName = new Map(files.map((file) => [file.name, file.url]));
  return (name) => {
    if (!name) return null;
    const url = byName.get(name) ?? byName.get(name.replace(/^\.?\//, "")) ?? null;
    if (url) return url;
    return name.startsWith("/v1/artifacts/") ? name : null;
  };
}
