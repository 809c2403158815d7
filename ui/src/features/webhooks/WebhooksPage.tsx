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
import { Badge, Status } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { NewWebhookDialog } from "./NewWebhookDialog";

export function WebhooksPage() {
  usePageTitle("Webhooks");
  const webhooks = useQuery(webhooksQuery);
  const [adding, setAdding] = useState(false);
  const may = useMay("admin");
  const add = may && <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>Add a webhook</Button>;
  return (
    <>
      <PageHeader title="Webhooks" note="Signed messages to your own systems, tried again until they arrive." actions={add} />
      <Panel flush>
        <Loaded query={webhooks} what="The webhooks could not be loaded.">
          {(all) => all.length === 0 ? <Empty title="No webhooks yet." action={add} /> : (
            <Table
              caption="Webhooks"
              rows={all}
              rowKey={(webhook) => webhook.id}
              columns={[
                { key: "url", title: "Address", cell: (webhook) => <Link to="/webhooks/$webhookId" params={{ webhookId: webhook.id }} className="wrap-anywhere">{webhook.url}</Link> },
                { key: "last", title: "Last delivery", cell: (webhook) => !webhook.enabled ? <Badge>Paused</Badge> : webhook.lastDeliveryStatus ? <Status value={webhook.lastDeliveryStatus} /> : <span className="text-muted">none yet</span> },
                { key: "events", title: "Events", hideOnPhone: true, cell: (webhook) => <span className="flex flex-wrap gap-1">{webhook.events.map((event) => <Badge key={event}>{event}</Badge>)}</span> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {adding && <NewWebhookDialog onClose={() => setAdding(false)} />}
    </>
  );
}
