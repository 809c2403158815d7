using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>Decides for each audited model how a test gets one.</summary>
internal sealed class FactoryDesigner(AppCode app, string home)
{
    private readonly AuditedFunctions _functions = new(app.Analyzed);
    private readonly TeardownDesigner _teardowns = new(app);

    public FactoryDesign? Of(AuditedModel audited)
    {
        if (app.Catalogue.Models.FirstOrDefault(m => m.Name == audited.Name) is not { } model)
            return null;
        var design = new FactoryDesign(model, audited, new TypeText(home)) { Context = app.ContextOf(model) };
        Keys(design);
        if (audited.IndependentlyCreated && audited.CreationFunction != model.Name)
            Called(design);
        else
            Written(design);
        if (design.Kind is FactoryKind.Call or FactoryKind.Lifted or FactoryKind.Row)
            _teardowns.Design(design);
        else if (design.Kind == FactoryKind.Entity)
            design.TeardownWay = "the row is deleted by its key";
        else if (design.Kind == FactoryKind.Part)
            design.TeardownWay = $"goes with its {model.Owner?.Name}";
        if (design.Kind == FactoryKind.Open)
            Open(design);
        return design;
    }

    private void Keys(FactoryDesign design)
    {
        foreach (var key in design.Model.Key)
            design.Key.Add((design.Model.Key.Count == 1 ? "Id" : key, app.FieldType(design.Model, key, design.Types) ?? "string"));
        if (design.Key.Count == 0)
            design.Key.Add(("Id", "string"));
    }

    private void Called(FactoryDesign design)
    {
        var audited = design.Audit;
        var lifted = audited is { NeedsExtraction: true, ExtractedTo: { } to } ? Lifted(to, design.Model) : null;
        var candidates = lifted is null ? _functions.Find(audited.CreationFile, audited.CreationFunction, design.Model) : [lifted];
        if (candidates.Count == 0)
        {
            design.Notes.Add($"'{audited.CreationFunction}' was not found in '{audited.CreationFile}'.");
            return;
        }

        foreach (var function in candidates)
        {
            var place = app.Code.Place(function.Node);
            design.Function = function.Method is null ? audited.CreationFunction : $"{Creation.UnitFinder.Outer(function.Method.ContainingType)}.{function.Method.Name}";
            design.Place = place.ToString();
            if (audited.NeedsExtraction && lifted is null)
            {
                design.Notes.Add($"{audited.CreationFunction} is inline, and was not lifted out.");
                return;
            }

            if (function.Method is { } method && new CallDesigner(app, design).Design(method, function))
            {
                design.Kind = lifted is null ? FactoryKind.Call : FactoryKind.Lifted;
                return;
            }

            design.Fields.Clear();
            design.Needs.Clear();
            design.Create.Clear();
        }
    }

    private AuditedFunction? Lifted(string to, KnownModel model)
    {
        var parts = to.Split('#', 2);
        if (parts.Length == 2)
            return _functions.Find(parts[0], parts[1], model) is [var found, ..] ? found : null;
        return app.Analyzed.Units.Where(u => u.Symbol is IMethodSymbol && app.Code.Place(u.Node).File.EndsWith(parts[0].TrimStart('.', '/'), StringComparison.Ordinal) && app.Analyzed.Flows.Of(u).Models().ContainsKey(model))
            .Select(u => new AuditedFunction((IMethodSymbol)u.Symbol!, u.Node, u.Type, u)).FirstOrDefault();
    }

    // No code of the app makes these: a thin row is all there is to keep.
    private void Written(FactoryDesign design)
    {
        var model = design.Model;
        design.Way = "no code of the app makes one by itself; the row is written as it is";
        if (model.Store != "ef" || model.Type is null || design.Context is null)
        {
            design.Notes.Add($"{model.Name} is kept by {model.Store}, and no context of the app can write a row of it.");
            return;
        }

        if (!app.IsVisible(model.Type))
        {
            design.Notes.Add($"{model.Name} is not visible to {app.Web.Name}.");
            return;
        }

        if (model.Kind == ModelKind.Owned)
        {
            Part(design);
            return;
        }

        if (!model.Type.IsAbstract && model.Type.InstanceConstructors.Any(c => c.Parameters.IsEmpty))
        {
            design.Kind = FactoryKind.Entity;
            return;
        }

        Row(design);
    }

    private void Row(FactoryDesign design)
    {
        var maker = new ValueMaker(app, design);
        if (maker.Object(design.Model.Type!, design.Model.Name, [], 0) is null)
        {
            design.Notes.Add($"{design.Model.Name} cannot be made from outside: no constructor or function of it takes plain values.");
            return;
        }

        var database = design.Need(design.Types.Bare(design.Context!), "database");
        design.Create.AddRange(maker.Before);
        design.Create.Add($"{database}.Add(made);");
        foreach (var shadow in design.Model.Fields.Where(f => !f.IsId && !f.Name.Contains('.', StringComparison.Ordinal) && AppCode.Property(design.Model, f.Name) is null && app.Relations.Any(r => r.Child == design.Model.Name && r.Field == f.Name)))
        {
            if (app.FieldType(design.Model, shadow.Name, design.Types) is not { } type)
                continue;
            design.Field(new(shadow.Name, shadow.IsRequired ? type : type + "?", shadow.IsRequired ? null : "null", []));
            design.Create.Add($"{database}.Entry(made).Property(\"{shadow.Name}\").CurrentValue = input.{shadow.Name};");
        }

        design.Create.Add($"await {database}.SaveChangesAsync(cancellationToken);");
        if (new KeyReader(app, design).From("made", design.Model.Type) is not { } key)
            return;
        CallDesigner.Return(design, key);
        design.Kind = FactoryKind.Row;
    }

    // A part with rows of its own is there as soon as its owner is: what a test says of it is set there.
    private void Part(FactoryDesign design)
    {
        var model = design.Model;
        var navigation = model.Owner?.Type is null ? null : app.Analyzed.Entities.Properties(model.Owner.Type).FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(p.Type, model.Type));
        if (model.Owner is not { Key: [var ownerKey] } owner || navigation is null || app.KeyType(owner, design.Types) is not { } keyType)
        {
            design.Notes.Add($"{model.Name} is one of several parts of {model.Owner?.Name}: it comes with that one and cannot be made alone.");
            return;
        }

        var database = design.Need(design.Types.Bare(design.Context!), "database");
        var reference = owner.Key[0].EndsWith("Id", StringComparison.Ordinal) && owner.Key[0].Length > 2 ? ownerKey : owner.Name + "Id";
        design.Field(new(reference, keyType, null, []));
        design.Types.Usings.Add("System");
        design.Create.Add($"var owner = await {database}.FindAsync<{design.Types.Bare(owner.Type!)}>([input.{reference}], cancellationToken) ?? throw new ArgumentException($\"There is no {owner.Name} {{input.{reference}}}.\");");
        design.Create.Add($"var part = {database}.Entry(owner).Reference(\"{navigation.Name}\").TargetEntry ?? throw new InvalidOperationException(\"This {owner.Name} has no {model.Name}.\");");
        foreach (var field in model.Fields.Where(f => !f.Name.Contains('.', StringComparison.Ordinal) && f.Name != reference))
        {
            if (AppCode.Property(model, field.Name) is null || app.FieldType(model, field.Name, design.Types) is not { } type)
                continue;
            design.Field(new(field.Name, type + "?", "null", []));
            design.Create.Add($"if (input.{field.Name} is {{ }} {Names.Camel(field.Name)}) part.Property(\"{field.Name}\").CurrentValue = {Names.Camel(field.Name)};");
        }

        design.Create.Add($"await {database}.SaveChangesAsync(cancellationToken);");
        design.Key.Clear();
        design.Key.Add(("Id", keyType));
        design.Create.Add($"return new(input.{reference});");
        design.Way = $"comes with its {owner.Name}; values that a test gives are set there";
        design.Kind = FactoryKind.Part;
    }

    // Better a factory that says what is missing than one that makes something else.
    private void Open(FactoryDesign design)
    {
        design.Fields.Clear();
        design.Needs.Clear();
        design.Create.Clear();
        foreach (var field in design.Model.Fields.Where(f => !(f.IsId && f.HasDefault) && !f.Name.Contains('.', StringComparison.Ordinal)))
        {
            if (app.FieldType(design.Model, field.Name, design.Types) is { } type && (AppCode.Property(design.Model, field.Name) is not { } property || app.IsVisible(property.Type)))
                design.Field(new(field.Name, field is { IsRequired: true, HasDefault: false } ? type.TrimEnd('?') : type.TrimEnd('?') + "?", field is { IsRequired: true, HasDefault: false } ? null : "null", []));
        }

        design.Types.Usings.Add("System");
        var why = design.Notes.Count > 0 ? string.Join(' ', design.Notes) : $"{design.Function ?? design.Model.Name} could not be called from here.";
        design.Create.Add($"throw new NotSupportedException({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral($"{design.Model.Name} is left to be written: {why} Call what makes one in the app here, and return its key.", quote: true)});");
        design.TeardownWay = "none: nothing is made";
        if (design.Way.Length == 0)
            design.Way = "left to be written";
    }
}
