namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>Where things are in the working copy.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The sample suite.</summary>
    public static string Suite => Path.Combine(Root, "samples", "Shop", "tests");

    /// <summary>An executable of this repository, where its own project is built: beside the tests lie only the assemblies that the tests themselves need.</summary>
    public static string Executable(string name)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var project = name switch { "autonoma" => "Autonoma.Cli", "autonoma-server" => "Autonoma.Server", _ => name };
        return Path.Combine(tests.Parent!.Parent!.FullName, project, tests.Name, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the working copy.");
    }
}
