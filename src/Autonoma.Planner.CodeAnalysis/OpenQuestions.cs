using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis;

/// <summary>What the analysis does not know, said in words.</summary>
internal static class OpenQuestions
{
    public static List<Undecided> Of(LoadedCode code, IReadOnlyList<DataModel> models, IReadOnlyList<ModelCreation> creations, HashSet<string> ofSchemas, IReadOnlyList<AppPage> pages)
    {
        var found = new List<Undecided>();
        foreach (var outside in code.Outside)
            found.Add(new Undecided("The whole", $"A project outside the folder was not read: {Path.GetFileName(outside)}. Where it holds models or services, analyse the folder above both."));
        if (models.Count == 0)
            found.Add(new Undecided("Models", "None were found: no EF context, no SQL insert, no collection, no schema file of a known kind."));
        if (ofSchemas.Count > 0)
            found.Add(new Undecided("Creators", $"The models of schema files ({ofSchemas.Count}) are of another language: who creates them, in whose flow and with which side effects needs a reading of the code by a language model or a person."));
        foreach (var (model, creation) in models.Zip(creations).Where(m => !ofSchemas.Contains(m.First.Name)))
        {
            if (!creation.IsIndependent && creation.CreatedBy.Count == 0)
                found.Add(new Undecided(model.Name, "No code that creates it was found. Seeds, tests and migrations do not count.", model.Source));
            else if (creation.Creator is { NeedsExtraction: true } path)
                found.Add(new Undecided(model.Name, $"Is {path.Function} really the only way to create it? Its logic is inline and would have to be lifted out.", new SourcePlace(path.File, path.Line)));
        }

        if (pages.Count == 0)
            found.Add(new Undecided("Pages", "None were found: no Razor page, controller, endpoint, component or router of a known kind."));
        return found;
    }

    /// <summary>The application's name: of its solution, of its only web project, of its folder.</summary>
    public static string Name(SourceFolder folder, LoadedCode code)
    {
        var solutions = folder.Files(".sln", ".slnx").ToList();
        if (solutions.Count == 1)
            return Path.GetFileNameWithoutExtension(solutions[0]);
        var web = code.Projects.Where(p => p is { IsWeb: true, IsTest: false }).ToList();
        return web.Count == 1 ? web[0].Name : Path.GetFileName(folder.Root.TrimEnd(Path.DirectorySeparatorChar));
    }
}
