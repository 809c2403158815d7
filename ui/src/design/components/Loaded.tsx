import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure, Skeleton } from "./States";

/** The three states of everything that is fetched, so that no page forgets one. */
export function Loaded<T>({ query, rows, what, children }: {
  query: UseQueryResult<T>; rows?: number; what?: string; children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} what={what} retry={() => void query.refetch()} />;
  return <Skeleton rows={rows} />;
}
