using Autonoma.Planner.KilledPlan;

namespace Autonoma.Cli.Tests;

/// <summary>Code that the audit of <see cref="PlanTexts"/> is true of, with an endpoint whose factories call it.</summary>
internal static class LendingApp
{
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        ("src/Lending/Lending.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>"""),
        ("src/Lending/LibraryService.cs", "namespace Lending; public class LibraryService { public Task<int> OpenAsync(string name) => Task.FromResult(name.Length); }"),
        ("src/Lending/BookService.cs", "namespace Lending; public class BookService { public Task<int> AddAsync(string title) => Task.FromResult(title.Length); }"),
        ("src/Lending/Program.cs", """
            using Lending;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddEnvironmentFactory(EnvironmentEndpoint.Define);
            var app = builder.Build();
            app.MapPost("/books", (string title, BookService books) => books.AddAsync(title));
            app.MapEnvironmentFactory();
            app.Run();
            """),
        (PlanTexts.HandlerFile, """
            using Autonoma.EnvironmentFactory;
            namespace Lending;
            public static class EnvironmentEndpoint
            {
                public static void Define(EnvironmentFactoryBuilder factory)
                {
                    factory.DefineFactory<LibraryInput>(create: (LibraryInput input, LibraryService libraries) => libraries.OpenAsync(input.Name));
                    factory.DefineFactory<BookInput>(create: (BookInput input, BookService books) => books.AddAsync(input.Title));
                }
            }
            public record LibraryInput(string Name);
            public record BookInput(string Title);
            """),
    ];
}
