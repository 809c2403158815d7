import { useQuery } from "@tanstack/react-query";
import { KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { apiKeysQuery } from "@/api/queries";
import type { ApiKey } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { NewKeyDialog } from "./NewKeyDialog";

export function ApiKeysPage() {
  usePageTitle("API keys");
  const keys = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  const may = useMay("administer");
  const make = may && <Button look="primary" icon={<KeyRound size={15} aria-hidden />} onClick={() => setMaking(true)}>Create a key</Button>;
  return (
    <>
      <PageHeader title="API keys" note="For CI, the command line and the planner. A key is shown once and stored as a hash." actions={make} />
      <Panel flush>
        <Loaded query={keys} what="The keys could not be loaded.">
          {(all) => all.length === 0 ? <Empty title="No keys yet." /> : (
            <Table
              caption="API keys"
              rows={all}
              rowKey={(key) => key.id}
              columns={[
                { key: "name", title: "Name", cell: (key) => <span className="font-medium">{key.name}</span> },
                { key: "prefix", title: "Begins with", hideOnPhone: true, cell: (key) => <code className="text-muted">{key.prefix}…</code> },
                { key: "scopes", title: "May", cell: (key) => <span className="flex flex-wrap gap-1">{key.scopes.map((scope) => <Badge key={scope}>{scope}</Badge>)}</span> },
                { key: "expires", title: "Runs out", cell: (key) => key.expiresAt ? <When at={key.expiresAt} /> : "never" },
                { key: "used", title: "Last used", hideOnPhone: true, cell: (key) => <When at={key.lastUsedAt} /> },
                { key: "actions", title: "", align: "right", cell: (key) => may && <Revoke apiKey={key} /> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const revoke = useAction(() => api.delete(`/v1/api-keys/${apiKey.id}`), { stale: [["api-keys"]], said: "The key was revoked." });
  return (
    <Confirm trigger={<IconButton label={`Revoke ${apiKey.name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Revoke ${apiKey.name}?`} action="Revoke" onConfirm={() => revoke.mutateAsync(undefined)}>
      Whoever uses it is refused from now on.
    </Confirm>
  );
}
