import { Download } from "lucide-react";
import type { ArtifactFile } from "@/api/types";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Table } from "@/design/components/Table";
import { words } from "@/design/components/Status";

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function FilesPanel({ files }: { files: ArtifactFile[] }) {
  return (
    <Panel title="Files" note="links are good for some minutes" flush>
      {files.length === 0 ? <Empty title="This run left no files, or they are no longer kept." /> : (
        <Table
          caption="Files of this run"
          rows={files}
          rowKey={(file) => file.name}
          columns={[
            { key: "name", title: "Name", cell: (file) => <a href={file.url} download className="inline-flex items-center gap-1.5 wrap-anywhere"><Download size={14} aria-hidden className="shrink-0" />{file.name}</a> },
            { key: "kind", title: "Kind", cell: (file) => <span className="text-muted">{words(file.kind)}</span> },
            { key: "size", title: "Size", align: "right", cell: (file) => size(file.size) },
          ]}
        />
      )}
    </Panel>
  );
}
