using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Tests;

/// <summary>A folder of code that is made for one test.</summary>
public abstract class TempCode : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("autonoma-code").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    protected Task<CodebaseReport> AnalyzeAsync() => CodebaseAnalysis.AnalyzeAsync(Folder, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A class library with the usual settings, and this code in it.</summary>
    protected Task<CodebaseReport> AnalyzeAsync(string code)
    {
        Write("App.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
        Write("Code.cs", code);
        return AnalyzeAsync();
    }
}
