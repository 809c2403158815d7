import { useSuspenseQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import type { Permission } from "@/api/types";

export function useSession() {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the role allows it; the server decides, this only hides what it would refuse. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
