using System.Text.RegularExpressions;
using Autonoma.TestKit.Documents;

namespace Autonoma.EnvironmentFactory.AspNetCore.Tests;

/// <summary>The C# of the documents compiles, with no more than a new web project brings and what the document itself says.</summary>
public sealed partial class ExamplesTests
{
    // What the Web SDK adds to every file.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    // The reader's own app: what the examples call and do not show.
    private const string App = """
        class Organization { public Guid Id { get; set; } public string Name { get; set; } = ""; }
        class Organizations { public Task<Organization> CreateAsync(string name) => null!; public Task DeleteAsync(Guid id) => null!; }
        class Users { public Task<object> RegisterAsync(string email, string password, Guid organization) => null!; public Task DeleteAsync(Guid id) => null!; }
        class AppUser : Microsoft.AspNetCore.Identity.IdentityUser;
        class Tag { public int Id { get; set; } }
        class Warehouse { public int Id { get; set; } }
        class ShopDb(Microsoft.EntityFrameworkCore.DbContextOptions<ShopDb> options) : Microsoft.EntityFrameworkCore.DbContext(options);
        """;

    public static TheoryData<string, int> Examples() => [.. DocumentExamples.In(Documents())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfADocument_Compiles(string document, int index)
    {
        var blocks = DocumentExamples.Of(document);
        var code = blocks[index];
        // Who reads the second example has read the first: its usings and its records are there.
        var usings = string.Join('\n', blocks.Take(index + 1).SelectMany(block => Usings().Matches(block).Select(match => match.Value)).Distinct());
        var records = string.Join('\n', blocks.Take(index).SelectMany(block => Records().Matches(block).Select(match => match.Value)));
        code = Usings().Replace(code, "");
        var inputs = code.Contains("record UserInput", StringComparison.Ordinal) || records.Contains("record UserInput", StringComparison.Ordinal) ? "" : "record UserInput(string Email, string Password); record OrganizationInput(string Name);";
        var before = $"""
            var builder = WebApplication.CreateBuilder(args);
            {(code.Contains("var app", StringComparison.Ordinal) ? "" : "var app = builder.Build();")}
            {(code.Contains("AddEnvironmentFactory(factory", StringComparison.Ordinal) ? "" : "Autonoma.EnvironmentFactory.EnvironmentFactoryBuilder factory = null!;")}
            """;

        var program = $"{usings}\n{before}\n{code}\n{records}\n{inputs}\n{App}";
        var tests = code.Contains("Assert.", StringComparison.Ordinal) ? "global using Xunit;" : "";

        var problems = DocumentExamples.Problems(program, ImplicitUsings + tests);

        problems.ShouldBeEmpty($"{document}, example {index + 1}:\n{program}");
    }

    [Fact]
    public void Documents_HaveExamples() => Examples().Count.ShouldBeGreaterThan(5);

    // Examples of other packages need other references: those about models are compiled beside their providers, those about code beside its analysis.
    private static IEnumerable<string> Documents() => DocumentExamples.DocumentsBelow("src", "samples", "docs").Append("README.md")
        .Where(path => !path.StartsWith("src/Autonoma.AI", StringComparison.Ordinal) && path != "docs/reference/code-analysis.md");

    [GeneratedRegex(@"^using [\w.]+;", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^record .*;", RegexOptions.Multiline)]
    private static partial Regex Records();
}
