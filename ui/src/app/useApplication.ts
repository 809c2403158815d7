import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { applicationQuery } from "@/api/queries";

/** The application that the address names. */
export function useApplication() {
  const { applicationId } = useParams({ from: "/inside/applications/$applicationId" });
  return useSuspenseQuery(applicationQuery(applicationId)).data;
}
