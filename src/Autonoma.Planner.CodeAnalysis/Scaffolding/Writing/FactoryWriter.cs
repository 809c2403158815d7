using System.Globalization;
using System.Text;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>Writes the class of one factory.</summary>
internal static class FactoryWriter
{
    /// <summary>The file.</summary>
    /// <param name="design">What it does.</param>
    /// <param name="home">Its namespace.</param>
    /// <param name="signIn">The field with the name to sign in with, and the one with the password, where records of this model sign in by a form.</param>
    public static string Write(FactoryDesign design, string home, (string Login, string Password)? signIn)
    {
        var model = design.Model.Name;
        if (signIn is not null)
            design.Need("SignIns", "signIns");
        design.Types.Usings.UnionWith(["System.Threading", "System.Threading.Tasks", "Autonoma.EnvironmentFactory"]);
        if (design.Fields.Any(f => f.Attributes.Count > 0))
            design.Types.Usings.Add("System.ComponentModel.DataAnnotations");

        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"/// <summary>{Xml(Summary(design))}</summary>\n");
        var needs = design.Needs.Count > 0 ? $"({string.Join(", ", design.Needs.Select(n => $"{n.Type} {n.Name}"))})" : "";
        body.Append(CultureInfo.InvariantCulture, $"internal sealed class {model}Factory{needs} : Factory<{model}Input, {model}Record>\n{{\n");
        var isAsync = design.Create.Any(s => s.Contains("await ", StringComparison.Ordinal));
        var create = design.Create.ToList();
        if (signIn is { } sign)
            create.Insert(create.Count - 1, $"signIns.Remember(input.{sign.Login}, input.{sign.Password});");
        body.Append(CultureInfo.InvariantCulture, $"    public override {(isAsync ? "async " : "")}Task<{model}Record> CreateAsync({model}Input input, FactoryContext context, CancellationToken cancellationToken)\n    {{\n");
        foreach (var statement in create)
            body.Append("        ").Append(isAsync ? statement : Finished(statement, model)).Append('\n');
        body.Append("    }\n");
        if (design.Teardown.Count > 0)
        {
            var removesAsync = design.Teardown.Any(s => s.Contains("await ", StringComparison.Ordinal));
            body.Append(CultureInfo.InvariantCulture, $"\n    public override {(removesAsync ? "async " : "")}Task TeardownAsync({model}Record record, FactoryContext context, CancellationToken cancellationToken)\n    {{\n");
            foreach (var statement in design.Teardown)
                body.Append("        ").Append(statement).Append('\n');
            if (!removesAsync)
                body.Append("        return Task.CompletedTask;\n");
            body.Append("    }\n");
        }
        else
            body.Append(CultureInfo.InvariantCulture, $"\n    // Teardown: {design.TeardownWay}.\n");

        body.Append(CultureInfo.InvariantCulture, $"}}\n\n/// <summary>What a test says about one {model}.</summary>\ninternal sealed record {model}Input({string.Join(", ", design.Fields.OrderBy(f => f.Default is not null).Select(Parameter))});\n");
        var record = design.Key.Count > 1 ? design.Key.Prepend(("Id", "string")) : design.Key;
        body.Append(CultureInfo.InvariantCulture, $"\n/// <summary>What is remembered of one {model}.</summary>\ninternal sealed record {model}Record({string.Join(", ", record.Select(k => $"{k.Item2} {k.Item1}").Concat(design.Remembered.Select(r => $"{r.Type} {r.Name}")))});\n");

        var text = new StringBuilder("#nullable enable\n\n");
        foreach (var used in design.Types.Usings.Where(u => u != home).OrderBy(u => u.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).ThenBy(u => u, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"using {used};\n");
        return text.Append(CultureInfo.InvariantCulture, $"\nnamespace {home};\n\n").Append(body).ToString();
    }

    private static string Summary(FactoryDesign design) => design.Kind switch
    {
        FactoryKind.Call or FactoryKind.Lifted => $"Makes {Creation.CreationAudit.Article(design.Model.Name)} as the app does: {design.Way} ({design.Place}).",
        FactoryKind.Open => $"{design.Model.Name}: {design.Way}.",
        _ => $"{design.Model.Name}: {design.Way}.",
    };

    // Without anything to wait for, the record is handed on as a finished task.
    private static string Finished(string statement, string model)
        => statement.StartsWith("return new(", StringComparison.Ordinal) ? $"return Task.FromResult(new {model}Record({statement["return new(".Length..^2]}));" : statement;

    private static string Parameter(InputField field)
        => $"{(field.Attributes.Count > 0 ? $"[property: {string.Join(", ", field.Attributes)}] " : "")}{field.Type} {field.Name}{(field.Default is { } value ? $" = {value}" : "")}";

    private static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
