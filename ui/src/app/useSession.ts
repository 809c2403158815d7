import { useSuspenseQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import type { Role } from "@/api/types";

const order: Role[] = ["viewer", "member", "admin", "owner"];

export function useSession() {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the role reaches; the server decides, this only hides what it would refuse. */
export function useMay(role: Role): boolean {
  const session = useSession();
  return order.indexOf(session.organization?.role ?? "viewer") >= order.indexOf(role);
}
