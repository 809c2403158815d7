export type Picked = { path: string; file: File };

type Entry = { isFile: boolean; isDirectory: boolean; name: string; file?: (done: (file: File) => void, failed: (error: unknown) => void) => void; createReader?: () => { readEntries: (done: (entries: Entry[]) => void, failed: (error: unknown) => void) => void } };

async function walk(entry: Entry, prefix: string, into: Picked[]) {
  if (entry.isFile && entry.file) {
    const file = await new Promise<File>((resolve, reject) => entry.file!(resolve, reject));
    into.push({ path: prefix + entry.name, file });
  } else if (entry.isDirectory && entry.createReader) {
    const reader = entry.createReader();
    // A reader gives at most a hundred at a time.
    for (;;) {
      const entries = await new Promise<Entry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (entries.length === 0) break;
      for (const child of entries) await walk(child, `${prefix}${entry.name}/`, into);
    }
  }
}

/** Folders that are dropped are read whole; the name of the folder itself is left out of the paths. */
export async function dropped(transfer: DataTransfer): Promise<Picked[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry() as unknown as Entry | null).filter((entry) => entry !== null);
  const picked: Picked[] = [];
  for (const entry of entries) await walk(entry, "", picked);
  const wholeFolder = entries.length === 1 && entries[0]!.isDirectory;
  return wholeFolder ? picked.map(({ path, file }) => ({ path: path.slice(path.indexOf("/") + 1), file })) : picked;
}

export function chosen(list: FileList): Picked[] {
  return [...list].map((file) => {
    const relative = file.webkitRelativePath;
    return { path: relative ? relative.slice(relative.indexOf("/") + 1) : file.name, file };
  });
}

const wanted = /\.(md|markdown|ya?ml|json)$/i;
const unwanted = /(^|\/)(node_modules|\.git|bin|obj|dist)\//;

/** One zip goes as it is; of a folder only what a suite is made of. */
export function worthSending(picked: Picked[]): { zip: File | null; files: Picked[] } {
  const zip = picked.length === 1 && /\.zip$/i.test(picked[0]!.path) ? picked[0]!.file : null;
  return { zip, files: zip ? [] : picked.filter(({ path }) => wanted.test(path) && !unwanted.test(path)) };
}
