import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { deliveriesQuery, webhooksQuery } from "@/api/queries";
import type { Delivery } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

export function WebhookPage() {
  const { webhookId } = useParams({ from: "/inside/webhooks/$webhookId" });
  const webhooks = useQuery(webhooksQuery);
  const deliveries = useQuery(deliveriesQuery(webhookId));
  const may = useMay("admin");
  const navigate = useNavigate();
  const webhook = webhooks.data?.find((entry) => entry.id === webhookId);
  usePageTitle("Deliveries", webhook?.url ?? "Webhook");
  const stale = [["webhooks"]];
  const remove = useAction(() => api.delete(`/v1/webhooks/${webhookId}`), { stale, said: "The webhook was deleted.", then: () => void navigate({ to: "/webhooks" }) });
  const replay = useAction((delivery: Delivery) => api.post(`/v1/webhooks/${webhookId}/deliveries/${delivery.id}/replay`), { stale: [["webhooks", webhookId, "deliveries"]], said: "It is on its way again." });
  return (
    <>
      <PageHeader
        title={webhook?.url ?? "Webhook"}
        above={<Link to="/webhooks">Webhooks</Link>}
        actions={may && <Confirm trigger={<Button look="danger">Delete</Button>} title="Delete this webhook?" action="Delete" onConfirm={() => remove.mutateAsync(undefined)}>Nothing is sent to it from now on.</Confirm>}
      />
      <Panel title="Deliveries" flush>
        {replay.isError && <Failure error={replay.error} what="It was not sent again." />}
        <Loaded query={deliveries} what="The deliveries could not be loaded.">
          {(page) => page.items.length === 0 ? <Empty title="Nothing was sent yet." /> : (
            <Table
              caption="Deliveries"
              rows={page.items}
              rowKey={(delivery) => delivery.id}
              columns={[
                { key: "event", title: "Event", cell: (delivery) => <code>{delivery.event}</code> },
                { key: "status", title: "State", cell: (delivery) => <Status value={delivery.status} /> },
                { key: "answer", title: "Answer", cell: (delivery) => delivery.responseStatus ?? <span className="wrap-anywhere text-fail">{delivery.error ?? "none"}</span> },
                { key: "attempts", title: "Tries", align: "right", hideOnPhone: true, cell: (delivery) => delivery.attempts },
                { key: "when", title: "When", hideOnPhone: true, cell: (delivery) => <When at={delivery.deliveredAt ?? delivery.createdAt} /> },
                { key: "actions", title: "", align: "right", cell: (delivery) => may && <Button small icon={<RotateCw size={13} aria-hidden />} busy={replay.isPending && replay.variables?.id === delivery.id} onClick={() => replay.mutate(delivery)}>Send again</Button> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}
