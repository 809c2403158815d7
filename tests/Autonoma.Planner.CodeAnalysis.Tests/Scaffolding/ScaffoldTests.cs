using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.CodeAnalysis.Scaffolding;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.CodeAnalysis.Tests.Scaffolding;

public sealed class ScaffoldTests : TempCode
{
    [Fact]
    public async Task Scaffold_OfTheShop_CallsItsOwnCodePassesTheGateAndChangesNothingTheSecondTime()
    {
        ShopCopy.Write(Folder);

        var result = await DesignAsync(new());

        result.Errors.ShouldBeEmpty();
        result.Models.ShouldAllBe(m => m.Kind != FactoryKind.Open);
        result.SignIn.ShouldBe(SignInKind.Form);
        result.ScopeField.ShouldBe("shopId");
        Text(result, "StaffMemberFactory.cs").ShouldContain("await shopKeeping.RegisterAsync(input.ShopId, input.Email, input.Name, input.Role, input.Password)");
        Text(result, "ProductFactory.cs").ShouldContain("given => new Product { Id = given, Name = input.Name");
        Text(result, "CategoryNodeFactory.cs").ShouldContain("input.ParentId");
        Text(result, "ShopStateFactory.cs").ShouldContain("await shopKeeping.CloseAsync(record.Id);");
        Text(result, "SignIn.cs").ShouldContain("cookies.Add(new(SessionMiddleware.CookieName, value)");
        Text(result, "Coupons.cshtml.cs").ShouldContain("        CreateCoupon(shop, code, percent, from, until);\n        return Redirect(\"/admin/coupons\");");
        Text(result, "BackOfficeApi.cs").ShouldContain("internal static OrderNote CreateOrderNote(string author, string text, Order order)");
        result.Plan.ShouldContain("| Coupon | CouponsModel.CreateCoupon |");

        result.Apply();
        var audit = Path.Combine(Folder, "autonoma", "entity-audit.md");
        Write("autonoma/entity-audit.md", result.Audit.Write());
        new FactoryIntegrityCheck().Check(new PlanFolder(Path.GetDirectoryName(audit)!), Path.Combine(Folder, result.Handler)).Select(p => p.ToString()).ShouldBeEmpty();

        (await DesignAsync(new() { Audit = result.Audit })).Changes.ShouldBeEmpty();
        (await DesignAsync(new())).Changes.ShouldBeEmpty("without the audit the code tells the same");
        File.AppendAllText(Path.Combine(Folder, "TestEnvironments", "ProductFactory.cs"), "// mine\n");
        var third = await DesignAsync(new() { Audit = result.Audit, Route = "/api/other" });
        third.Kept.ShouldBe(["TestEnvironments/ProductFactory.cs"]);
        third.Changes.Select(c => Path.GetFileName(c.Path)).ShouldBe(["TestEnvironments.cs"]);
    }

    [Theory]
    [InlineData("clinic", new[] { "PrescriptionItem" }, SignInKind.None)]
    [InlineData("agency", new[] { "InvoicePosition", "SettingValue", "Tag" }, SignInKind.Identity)]
    public async Task Scaffold_OfAnotherCodebase_CompilesAndSaysWhatIsLeft(string name, string[] left, SignInKind signIn)
    {
        Copy(Path.Combine(Codebases.Assets, name));

        var result = await DesignAsync(new());

        result.Errors.ShouldBeEmpty();
        result.Models.Where(m => m.Kind == FactoryKind.Open).Select(m => m.Model).ShouldBe(left);
        result.SignIn.ShouldBe(signIn);
        result.Changes.ShouldContain(c => c.Path.EndsWith(".csproj", StringComparison.Ordinal) && c.After.Contains("Autonoma.EnvironmentFactory.AspNetCore", StringComparison.Ordinal));
        result.Apply();
        Write("autonoma/entity-audit.md", result.Audit.Write());
        var refused = new FactoryIntegrityCheck().Check(new PlanFolder(Path.Combine(Folder, "autonoma")), Path.Combine(Folder, result.Handler));
        refused.ShouldAllBe(p => left.Any(model => p.Message.StartsWith(model, StringComparison.Ordinal)), string.Join('\n', refused));
    }

    [Fact]
    public async Task Scaffold_WithoutAWebProject_WritesNothingBesideTheApp()
    {
        Write("App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write("Code.cs", "using Microsoft.EntityFrameworkCore; public class Band { public int Id { get; set; } } public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); }");

        (await Should.ThrowAsync<ScaffoldException>(() => DesignAsync(new()))).Message.ShouldContain("no ASP.NET Core project");
    }

    private Task<ScaffoldResult> DesignAsync(ScaffoldOptions options) => EnvironmentFactoryScaffold.DesignAsync(Folder, options, TestContext.Current.CancellationToken);

    private static string Text(ScaffoldResult result, string file) => result.Changes.Single(c => Path.GetFileName(c.Path) == file).After;

    private void Copy(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(from, file), File.ReadAllText(file));
    }
}
