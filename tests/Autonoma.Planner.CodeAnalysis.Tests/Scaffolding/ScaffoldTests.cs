using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.CodeAnalysis.Scaffolding;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.CodeAnalysis.Tests.Scaffolding;

public sealed class ScaffoldTests : TempCode
{
    [Fact]
    public async Task Scaffold_OfTheShop_CallsItsOwnCodePassesTheGateAndChangesNothingTheSecondTime()
    {
        ShopCopy.Write(Folder);
        var acknowledged = EntityAuditWriter.Write(await AnalyzeAsync()).Write();

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

        Write("autonoma/.entity-audit-step2.md", acknowledged);
        var judged = new FactoryReader().Read(new PlanFolder(Path.GetDirectoryName(audit)!), Path.Combine(Folder, result.Handler));
        judged.ShouldNotBeEmpty();
        judged.SelectMany(model => model.Findings.Where(finding => finding.Status != FidelityStatus.Pass).Select(finding => $"{model.Before.Name}: {finding}")).ShouldBeEmpty();

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
    public async Task Scaffold_OfAnApiThatChecksTokens_SignsOneWithTheAppsOwnKey()
    {
        Write("Api.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
        Write("Program.cs", """
            using System.Text;
            using Microsoft.AspNetCore.Authentication.JwtBearer;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.IdentityModel.Tokens;
            using Rowing;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<RowingDb>();
            builder.Services.AddScoped<UserService>();
            var tokens = builder.Configuration.GetSection("Tokens");
            builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = "rowing-club",
                ValidAudience = builder.Configuration["Tokens:Audience"],
                IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(tokens["Key"]!)),
            });
            var app = builder.Build();
            app.MapPost("/users", (string email, string password, UserService users) => users.RegisterAsync(email, password));
            app.MapGet("/me", () => "me").RequireAuthorization();
            app.Run();
            """);
        Write("Users.cs", """
            using Microsoft.EntityFrameworkCore;
            namespace Rowing;
            public class User { public int Id { get; set; } public string Email { get; set; } = ""; public string PasswordHash { get; set; } = ""; }
            public class RowingDb(DbContextOptions<RowingDb> options) : DbContext(options) { public DbSet<User> Users => Set<User>(); }
            public class UserService(RowingDb db)
            {
                public async Task<User> RegisterAsync(string email, string password)
                {
                    var user = new User { Email = email, PasswordHash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(password))) };
                    db.Users.Add(user);
                    await db.SaveChangesAsync();
                    return user;
                }
            }
            """);

        var result = await DesignAsync(new());

        result.SignIn.ShouldBe(SignInKind.Jwt);
        var signIn = Text(result, "SignIn.cs");
        signIn.ShouldContain("configuration[\"Tokens:Key\"]");
        signIn.ShouldContain("Issuer = \"rowing-club\"");
        signIn.ShouldContain("Tokens:Audience");
        signIn.ShouldContain("new Claim(\"sub\", user.IdText)");
        result.Errors.ShouldBeEmpty();
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
