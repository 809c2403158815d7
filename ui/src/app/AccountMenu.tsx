import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { api } from "@/api/client";
import { useAction } from "@/api/useAction";
import { IconButton } from "@/design/components/Button";
import { SelectField } from "@/design/components/Field";
import type { Theme } from "./theme";
import { setTheme, useTheme } from "./theme";
import { useSession } from "./useSession";

export function AccountMenu() {
  const session = useSession();
  const theme = useTheme();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useAction(() => api.delete("/v1/session"), {
    then: () => {
      client.clear();
      void navigate({ to: "/sign-in" });
    },
  });
  const change = useAction((id: string) => api.post("/v1/session/organization", { id }), {
    then: () => {
      client.clear();
      void navigate({ to: "/" });
    },
  });
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-line p-3">
      {session.organizations.length > 1 && (
        <SelectField
          label="Organization"
          hideLabel
          value={session.organization?.id ?? ""}
          onChange={(event) => change.mutate(event.target.value)}
          options={session.organizations.map((organization) => ({ value: organization.id, label: organization.name }))}
        />
      )}
      <SelectField
        label="Colours"
        hideLabel
        value={theme}
        onChange={(event) => setTheme(event.target.value as Theme)}
        options={[{ value: "system", label: "Colours: system" }, { value: "light", label: "Colours: light" }, { value: "dark", label: "Colours: dark" }]}
      />
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <div className="truncate font-medium">{session.user?.name || session.user?.email}</div>
          {session.organizations.length === 1 && <div className="truncate text-sm text-muted">{session.organization?.name}</div>}
        </div>
        <IconButton label="Sign out" icon={<LogOut size={16} aria-hidden />} onClick={() => leave.mutate(undefined)} />
      </div>
    </div>
  );
}
