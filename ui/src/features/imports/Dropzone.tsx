import { Upload } from "lucide-react";
import { useId, useState } from "react";
import { buttonClasses } from "@/design/components/Button";
import { classes } from "@/design/components/classes";
import { Failure, Progress } from "@/design/components/States";
import { chosen, dropped } from "./files";
import type { Importing } from "./useImport";

/** Drop a folder or a zip, or choose one with the keyboard. */
export function Dropzone({ importing }: { importing: Importing }) {
  const [over, setOver] = useState(false);
  const folder = useId();
  const file = useId();
  return (
    <div>
      <div
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void dropped(event.dataTransfer).then(importing.start);
        }}
        className={classes("flex flex-col items-center gap-3 rounded-md border border-dashed px-4 py-7 text-center", over ? "border-accent bg-accent-soft" : "border-line-strong")}
      >
        <Upload size={20} aria-hidden className="text-muted" />
        <div>Drop a folder or a zip with tests here</div>
        <div className="flex flex-wrap justify-center gap-2">
          <span>
            <input id={folder} type="file" className="peer sr-only" multiple {...{ webkitdirectory: "" }} onChange={(event) => event.target.files && void importing.start(chosen(event.target.files))} />
            <label htmlFor={folder} className={classes(buttonClasses(), "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent")}>Choose a folder</label>
          </span>
          <span>
            <input id={file} type="file" className="peer sr-only" multiple accept=".zip,.md,.markdown" onChange={(event) => event.target.files && void importing.start(chosen(event.target.files))} />
            <label htmlFor={file} className={classes(buttonClasses(), "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent")}>Choose a zip or files</label>
          </span>
        </div>
      </div>
      {importing.busy && <div className="mt-3"><div role="status" className="mb-1.5 text-muted">Importing {importing.count === 1 ? "one file" : `${importing.count} files`} …</div><Progress label="Importing" /></div>}
      {importing.error !== null && <Failure error={importing.error} what="Nothing was imported." />}
    </div>
  );
}
