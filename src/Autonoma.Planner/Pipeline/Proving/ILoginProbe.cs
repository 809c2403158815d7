using System.Text.Json.Nodes;
using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Lifecycle;

namespace Autonoma.Planner.Pipeline.Proving;

/// <summary>Looks in a real browser whether the login that a scenario brings leads to a page of somebody who is signed in.</summary>
public interface ILoginProbe
{
    /// <summary>Looks. What goes wrong is in the result.</summary>
    /// <param name="folder">The plan: routes to try, and where a picture goes.</param>
    /// <param name="endpoint">The Environment Factory, whose host is the app's unless another is known.</param>
    /// <param name="instance">The scenario, which stands.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<LoginProbeResult> ProbeAsync(PlanFolder folder, Uri endpoint, ScenarioInstance instance, CancellationToken cancellationToken);
}

/// <summary>What a login probe found.</summary>
/// <param name="Scenario">In which scenario.</param>
/// <param name="Mode"><c>cookies</c>, <c>token</c> or <c>form</c>: how it was signed in.</param>
/// <param name="Category">Why it did not work: <c>redirected_to_login</c>, <c>cookie_not_sent</c>, <c>marker_missing</c>, <c>bad_credentials</c>, <c>open_failed</c>, <c>fill_failed</c>, <c>submit_failed</c> or <c>unknown_ui</c>; null when it did.</param>
/// <param name="Detail">What was seen, in words.</param>
public sealed record LoginProbeResult(string Scenario, string Mode, string? Category, string Detail)
{
    /// <summary>Whether it could not be told: nothing in the app shows whether somebody is signed in. Decides nothing.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>The page it ended at; null when none was opened.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>A picture of it, relative to the repository; null when there is none.</summary>
    public string? Screenshot { get; init; }

    /// <summary>Whether somebody was signed in.</summary>
    public bool IsOk => Category is null && !IsSkipped;

    /// <summary>As a part of a check.</summary>
    public CheckPart Part => new("login", IsSkipped ? CheckOutcome.NotChecked : IsOk ? CheckOutcome.Passed : CheckOutcome.Failed, IsOk || IsSkipped ? Detail : $"{Category}: {Detail}");

    /// <summary>As it stands in <c>.scenario-validation.json</c>.</summary>
    public JsonObject ToJson()
    {
        var node = new JsonObject { ["ok"] = IsOk, ["mode"] = Mode, ["scenario"] = Scenario };
        if (IsSkipped)
            (node["skipped"], node["reason"]) = (true, Detail);
        else if (!IsOk)
        {
            var failure = new JsonObject { ["category"] = Category, ["detail"] = Detail };
            if (Screenshot is not null)
                failure["screenshot_path"] = Screenshot;
            node["failure"] = failure;
        }
        else
        {
            var evidence = new JsonObject { ["final_url"] = FinalUrl, ["detail"] = Detail };
            if (Screenshot is not null)
                evidence["screenshot"] = Screenshot;
            node["evidence"] = evidence;
        }

        return node;
    }
}
