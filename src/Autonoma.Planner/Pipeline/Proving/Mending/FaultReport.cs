using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>What is told when the scenarios could not be proven: which model, which factory, what came back, what to do.</summary>
internal static class FaultReport
{
    public static string Of(PlanFolder folder, IReadOnlyList<Fault> faults, int iteration, string why)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{why} (iteration {iteration})\n");
        var handler = HandlerOf(folder);
        var audit = File.Exists(folder.EntityAudit) ? ArtifactReader.EntityAudit(File.ReadAllText(folder.EntityAudit)).Value : null;
        foreach (var group in faults.GroupBy(fault => (fault.Cause, fault.Model, fault.Field, Message: fault.Scenario.Length == 0 ? fault.Message : WithoutPlace(fault.Message))))
        {
            var fault = group.First();
            var scenarios = string.Join(", ", group.Select(other => other.Scenario).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
            text.Append(CultureInfo.InvariantCulture, $"- {(scenarios.Length > 0 ? $"Scenario {scenarios}" : "All scenarios")}{(fault.Model is { } model ? $", model {model}{(fault.Field is { } field ? $", field {field}" : "")}" : "")}: {fault.Message.ReplaceLineEndings(" ")}\n");
            if (fault.Model is { } known)
            {
                if (audit?.Find(known) is { CreationFunction: { } function, CreationFile: { } file })
                    text.Append(CultureInfo.InvariantCulture, $"  The audited function: {function} in {file}.\n");
                if (handler is not null && Line(folder, handler, known) is { } line)
                    text.Append(CultureInfo.InvariantCulture, $"  Its factory: {line}.\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  What to do: {Cure(fault, handler)}\n");
        }

        return text.Append("Then: autonoma plan --resume").ToString();
    }

    private static string Cure(Fault fault, string? handler) => fault.Cause switch
    {
        FaultCause.MissingFactory => $"Register a factory for {fault.Model ?? "the model"}{(handler is null ? "" : $" in {handler}")}, under exactly this name; 'autonoma plan --from implement' writes the endpoint anew.",
        FaultCause.Crash when fault.Message.Contains("No service for type", StringComparison.Ordinal) => "Register the service that the factory asks for.",
        FaultCause.Crash => "The code behind the factory failed: its log has the whole error. Mend the factory, or the function that it calls, and start the app again.",
        FaultCause.Login => "Mend the auth callback of the endpoint: it must return the cookies, headers or credentials that the app itself gives to whoever signs in.",
        FaultCause.Rows => "Mend the factory's result or its teardown: each record comes back with its id, and is gone after 'down'.",
        FaultCause.Endpoint => "See that the app runs, that its secrets are those of AUTONOMA_SHARED_SECRET and AUTONOMA_SIGNING_SECRET, and that the endpoint is mounted at this address.",
        FaultCause.InvalidValue or FaultCause.WrongType or FaultCause.MissingField => $"Write a value that is valid into the tables of {fault.Model ?? "the model"} in autonoma/scenarios.md{(fault.Field is { } field ? $", column '{field}'" : "")}, or loosen the rule of the factory's input.",
        FaultCause.NotUnique => "Something beside the scenario's own values must be unique: look at what the creation function derives (a slug, a number), and make it free of clashes.",
        _ => "Mend the tables in autonoma/scenarios.md, or the factory that refuses them.",
    };

    private static string? HandlerOf(PlanFolder folder)
        => File.Exists(folder.EndpointImplemented) ? File.ReadLines(folder.EndpointImplemented).Where(line => line.StartsWith("handler:", StringComparison.OrdinalIgnoreCase)).Select(line => line["handler:".Length..].Trim()).FirstOrDefault(path => path.Length > 0) : null;

    // Where the handler first names the model in quotes or as a type.
    private static string? Line(PlanFolder folder, string handler, string model)
    {
        var path = Path.Combine(folder.Repository, handler);
        if (!File.Exists(path))
            return null;
        var at = File.ReadLines(path).Select((line, index) => (line, index)).FirstOrDefault(line => line.line.Contains($"\"{model}\"", StringComparison.Ordinal) || line.line.Contains($"<{model}", StringComparison.Ordinal));
        return at.line is null ? null : string.Create(CultureInfo.InvariantCulture, $"{handler}:{at.index + 1}");
    }

    private static string WithoutPlace(string message) => message.Length > 200 ? message[..200] : message;
}
