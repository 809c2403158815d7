using System.Globalization;
using System.Text;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>Writes <c>.factory-plan.md</c>: what was decided for each model and why, and what is left to a person.</summary>
internal static class PlanWriter
{
    public static string Write(string project, string handler, string route, ScopeOfTests? scope, SignInDesign signIn, IReadOnlyList<ModelDecision> models, IReadOnlyList<string> extractions, string? start)
    {
        var text = new StringBuilder("# Factory plan\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Backend: `{project}` (C#, ASP.NET Core). The endpoint is `POST {route}`, in `{handler}`{(start is null ? "" : $", mapped in `{start}`")}.\n");
        text.Append("- Packages: Autonoma.EnvironmentFactory.AspNetCore, Autonoma.EnvironmentFactory.EntityFrameworkCore.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Scope: {(scope is null ? "none was found; every record stands alone" : $"`{scope.Field}`, the key of {scope.Model}")}.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Sign-in: {signIn.Words}.\n");
        text.Append("- Settings: AUTONOMA_SHARED_SECRET, AUTONOMA_SIGNING_SECRET (two different values); AUTONOMA_ALLOW_PRODUCTION=true where a test environment runs as production.\n");
        text.Append("\n| Model | Function | Read at | Decision | Services | Teardown | Notes |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var model in models)
            text.Append(CultureInfo.InvariantCulture, $"| {model.Model} | {Cell(model.Function)} | {Cell(model.Place)} | {Branch(model.Kind)}: {model.Way} | {Cell(string.Join(", ", model.Services))} | {model.Teardown} | {Cell(string.Join(' ', model.Notes))} |\n");
        if (extractions.Count > 0)
        {
            text.Append("\n## Lifted out\n\nThe code stands where it stood and calls the new function; what it does is the same.\n\n");
            foreach (var extraction in extractions)
                text.Append(CultureInfo.InvariantCulture, $"- {extraction}\n");
        }

        var open = models.Where(m => m.Kind == FactoryKind.Open).Select(m => $"{m.Model}Factory: {string.Join(' ', m.Notes)}").ToList();
        if (signIn.Kind == SignInKind.Open)
            open.Add($"SignIn.AsUserAsync: {signIn.Words}.");
        if (open.Count > 0)
        {
            text.Append("\n## Left to you\n\nThese compile, and say what is missing when they are asked.\n\n");
            foreach (var item in open)
                text.Append(CultureInfo.InvariantCulture, $"- {item}\n");
        }

        return text.ToString();
    }

    private static string Branch(FactoryKind kind) => kind switch
    {
        FactoryKind.Call => "Branch 2",
        FactoryKind.Lifted => "Branch 1, lifted out",
        FactoryKind.Entity or FactoryKind.Row or FactoryKind.Part => "Branch 3",
        _ => "Open",
    };

    private static string Cell(string? text) => string.IsNullOrEmpty(text) ? "-" : text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
