import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { webhooksQuery } from "@/api/queries";
import { Button } from "@/design/components/Button";
import { Loaded } from "@/design/components/Loaded";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { NewWebhookDialog } from "./NewWebhookDialog";

export function WebhooksPage() {
  usePageTitle("Webhooks");
  const webhooks = useQuery(webhooksQuery);
  const [adding, setAdding] = useState(false);
  const may = useMay("administer");
  const add = may && <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>Add a webhook</Button>;
  return (
    <>
      <PageHeader title="Webhooks" note="Signed messages to your own systems, tried again until they arrive." actions={add} />
      <Panel flush>
        <Loaded query={webhooks} what="The webhooks could not be loaded.">
          {(all) => all.length === 0 ? <Empty title="No webhooks yet." /> : (
            <Table
              caption="Webhooks"
              rows={all}
              rowKey={(webhook) => webhook.id}
              columns={[
                { key: "url", title: "Address", cell: (webhook) => <Link to="/webhooks/$webhookId" params={{ webhookId: webhook.id }} className="wrap-anywhere">{webhook.url}</Link> },
                { key: "state", title: "State", cell: (webhook) => webhook.isEnabled ? <Badge tone="pass">On</Badge> : <Badge>Paused</Badge> },
                { key: "description", title: "For", hideOnPhone: true, cell: (webhook) => <span className="text-muted">{webhook.description}</span> },
                { key: "events", title: "Events", hideOnPhone: true, cell: (webhook) => <span className="flex flex-wrap gap-1">{webhook.events.length === 0 ? "everything" : webhook.events.map((event) => <Badge key={event}>{event}</Badge>)}</span> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {adding && <NewWebhookDialog onClose={() => setAdding(false)} />}
    </>
  );
}
