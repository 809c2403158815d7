using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Extracting;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Hosting;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding;

/// <summary>
/// Writes an Environment Factory into an ASP.NET Core app: a factory for each audited model that calls the app's own code, a sign-in, the route. It is
/// part of the app: there is no server beside it.
/// </summary>
public static class EnvironmentFactoryScaffold
{
    private const string FolderName = "TestEnvironments";

    /// <summary>Says what would be written; nothing is.</summary>
    /// <param name="path">The folder that holds the whole application.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ScaffoldException">There is no ASP.NET Core project, or it cannot be told which one is meant, or nothing is stored.</exception>
    public static Task<ScaffoldResult> DesignAsync(string path, ScaffoldOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder {path}.");
        return Task.Run(() => Design(new SourceFolder(path), options, cancellationToken), cancellationToken);
    }

    private static ScaffoldResult Design(SourceFolder folder, ScaffoldOptions options, CancellationToken cancellationToken)
    {
        var original = AnalyzedCode.Read(folder, LoadOptions.Sdk, cancellationToken);
        if (original.Report.Models.Count == 0)
            throw new ScaffoldException($"The analysis finds no models in '{folder.Root}', so there is nothing to make.");
        var project = WebProject(original, options.Project);
        var audit = options.Audit ?? EntityAuditWriter.Write(original.Report);
        var home = $"{RootNamespace(project)}.{FolderName}";
        var into = Path.Combine(project.Folder, FolderName);

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var changes = new List<FileChange>();
        var kept = new List<string>();
        var extractions = Extractions.Of(original, project, audit, cancellationToken);
        foreach (var (file, text) in extractions.Texts)
        {
            changes.Add(new(file, File.ReadAllText(file), text, "lifts inline code into a function that the factories call too"));
            texts[file] = text;
        }

        audit = extractions.Audit;
        var analyzed = texts.Count == 0 ? original : AnalyzedCode.Read(folder, LoadOptions.Sdk with { Texts = texts }, cancellationToken);

        var app = new AppCode(analyzed, analyzed.Code.Projects.First(p => p.Path == project.Path));
        var designer = new FactoryDesigner(app, home);
        var designs = audit.Models.OrderBy(m => m.Name, StringComparer.Ordinal).Select(designer.Of).OfType<FactoryDesign>().ToList();
        foreach (var design in designs)
            design.Notes.AddRange(extractions.Notes.GetValueOrDefault(design.Model.Name, []));
        var signIn = new SignInDesigner(app, home).Design(designs);
        var scope = original.Report.Scopes is [var best, ..] && designs.Any(d => d.Model.Name == best.Model) ? new ScopeOfTests(best.Model, best.Field) : null;

        void Generate(string name, string text, string why)
        {
            var full = Path.Combine(into, name);
            var before = File.Exists(full) ? File.ReadAllText(full) : null;
            var after = GeneratedFile.Sign(text);
            if (before is not null && before.ReplaceLineEndings("\n") == after)
                return;
            if (before is not null && !options.Overwrites && !GeneratedFile.IsUntouched(before))
            {
                kept.Add(folder.Relative(full));
                return;
            }

            changes.Add(new(full, before, after, why));
            texts[full] = after;
        }

        foreach (var design in designs.Where(d => d.HasClass))
            Generate($"{design.Model.Name}Factory.cs", FactoryWriter.Write(design, home, signIn is { Remembers: true } && signIn.User == design.Model.Name ? signIn.Fields : null), $"makes {design.Model.Name}");
        if (designs.Any(d => d.Create.Any(s => s.Contains("CreatedRows.", StringComparison.Ordinal))))
            Generate("CreatedRows.cs", CreatedRowsText.Write(home), "tells which row was stored");
        if (signIn.Text is { } signing)
            Generate("SignIn.cs", signing, "signs tests in");
        Generate($"{RegistrationWriter.ClassName}.cs", RegistrationWriter.Write(app, designs, signIn, scope, options.Route, home), "registers the factories and maps the route");

        string? start = null;
        if (new ProgramEdit(app, home).Edit() is not { } edits)
            throw new ScaffoldException($"{project.Name}: where the app is built and run was not understood. Add 'builder.Services.AddTestEnvironments();' and 'app.MapTestEnvironments();' by hand, and run this again.");
        foreach (var (tree, text) in edits)
        {
            start = folder.Relative(tree.FilePath);
            changes.RemoveAll(c => c.Path == tree.FilePath);
            changes.Add(new(tree.FilePath, File.ReadAllText(tree.FilePath), text, "maps the endpoint"));
            texts[tree.FilePath] = text;
        }

        changes.AddRange(ProjectEdit.Edit(project, folder.Root, designs.Any(d => d.Kind == FactoryKind.Entity), options.SdkVersion ?? Version(), options.SdkSource is { } source ? Path.GetFullPath(source) : null));
        if (SettingsEdit.Edit(project.Folder, folder.Root) is { } settings)
            changes.Add(settings);

        var decisions = designs.Select(d => new ModelDecision(d.Model.Name, d.Kind, d.Function, d.Place, d.Way, [.. d.Needs.Select(n => n.Type)], d.TeardownWay, d.Notes)).ToList();
        var handler = folder.Relative(Path.Combine(into, RegistrationWriter.ClassName + ".cs"));
        return new()
        {
            Root = folder.Root, Handler = handler, Changes = [.. changes.Where(c => c.Before != c.After).OrderBy(c => c.Path, StringComparer.Ordinal)], Kept = kept, Models = decisions, SignIn = signIn.Kind, SignInWords = signIn.Words,
            ScopeField = scope?.Field, Extractions = extractions.Lifted, Audit = audit,
            Plan = PlanWriter.Write(project.Name, handler, options.Route, scope, signIn, decisions, extractions.Lifted, start),
            Errors = texts.Count == 0 ? [] : CompileCheck.NewErrors(original.Code, LoadedCode.Load(folder, LoadOptions.Sdk with { Texts = texts }, cancellationToken)),
        };
    }

    private static ProjectFile WebProject(AnalyzedCode analyzed, string? name)
    {
        var all = analyzed.Code.Projects.Where(p => p is { IsWeb: true, IsTest: false } && analyzed.Code.Compilations.ContainsKey(p)).ToList();
        if (name is not null)
            return all.Find(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new ScaffoldException($"There is no ASP.NET Core project '{name}'. There are: {string.Join(", ", all.Select(p => p.Name))}.");
        // A project with a start of its own answers requests; a library of pages has none.
        var started = all.Where(p => analyzed.Code.Compilations[p].SyntaxTrees.Any(t => t.ToString() is var text && (text.Contains("WebApplication.Create", StringComparison.Ordinal) || text.Contains("UseStartup", StringComparison.Ordinal) || text.Contains("ConfigureWebHost", StringComparison.Ordinal)))).ToList();
        return (started.Count > 0 ? started : all) switch
        {
            [var only] => only,
            [] => throw new ScaffoldException("There is no ASP.NET Core project in this folder. The Environment Factory is part of the app's own backend; a server beside it is never made. For a backend in another language, see the SDK that 'autonoma analyze' names."),
            var several => throw new ScaffoldException($"There are several ASP.NET Core projects; say which one with --project: {string.Join(", ", several.Select(p => p.Name))}."),
        };
    }

    private static string RootNamespace(ProjectFile project)
    {
        var said = System.Xml.Linq.XDocument.Load(project.Path).Descendants().FirstOrDefault(e => e.Name.LocalName == "RootNamespace")?.Value.Trim();
        return said is { Length: > 0 } ? said : string.Concat(project.Name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_'));
    }

    private static string Version() => typeof(EnvironmentFactoryScaffold).Assembly.GetName().Version is { } version ? $"{version.Major}.{version.Minor}.{version.Build}" : "0.1.0";
}
