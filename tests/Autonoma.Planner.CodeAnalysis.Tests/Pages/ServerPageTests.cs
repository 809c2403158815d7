namespace Autonoma.Planner.CodeAnalysis.Tests.Pages;

public sealed class ServerPageTests : TempCode
{
    [Fact]
    public async Task RazorAndBlazor_ByDirective()
    {
        Write("Pages/Index.cshtml", "@page");
        Write("Pages/Loans/Edit.cshtml", "@page \"{id:int}\"\n@model EditModel");
        Write("Pages/Loans/Edit.cshtml.cs", "public class EditModel { public void OnGet(int id) {} public void OnPostRenewAsync() {} public void OnPost() {} }");
        Write("Pages/Shared/_Layout.cshtml", "<html>@RenderBody()</html>");
        Write("Components/Shelf.razor", "@page \"/shelves/{Code}\"\n@page \"/s/{Code:nonfile}\"\n<h1>Shelf</h1>");

        var report = await AnalyzeAsync();

        report.Pages.Select(p => p.Route).ShouldBe(["/", "/loans/edit/{id}", "/s/{Code}", "/shelves/{Code}"]);
        report.Pages.Single(p => p.Route == "/loans/edit/{id}").ShouldSatisfyAllConditions(p => p.Methods.ShouldBe(["GET", "POST"]), p => p.Handlers.ShouldBe(["renew"]));
    }

    [Fact]
    public async Task Controllers_ByAttributesConventionAndInheritance()
    {
        var report = await AnalyzeAsync("""
            using Microsoft.AspNetCore.Mvc;
            [ApiController, Route("api/[controller]")]
            public class LoansController : ControllerBase { [HttpGet("{id:guid}")] public IActionResult One(Guid id) => Ok(); [HttpPost, Route("~/api/returns")] public IActionResult Return() => Ok(); [NonAction] public void Help() { } }
            public abstract class ListController<T> : Controller { public IActionResult Index() => View(); }
            public class MembersController : ListController<int> { [HttpPost] public IActionResult Remove(int id) => RedirectToAction("Index"); }
            public static class Routes { public static void Map(WebApplication app) => app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}"); }
            """);

        report.Pages.Select(p => $"{p.Kind} {string.Join(',', p.Methods)} {p.Route}").ShouldBe(["api GET /api/loans/{id}", "api POST /api/returns", "page GET /members", "page POST /members/remove/{id}"]);
    }

    [Fact]
    public async Task Endpoints_InGroupsOverFunctions()
    {
        var report = await AnalyzeAsync("""
            public static class Api
            {
                public static void Map(WebApplication app) { var v1 = app.MapGroup("/api/v1"); Books(v1.MapGroup("books")); app.MapGet("/hello", () => Results.Content("<p>hi</p>", "text/html")); }
                private static void Books(RouteGroupBuilder books) { books.MapGet("/", () => "x"); books.MapDelete("/{isbn}", Delete); }
                private static IResult Delete(string isbn) => Results.NoContent();
            }
            """);

        report.Pages.Select(p => $"{p.Kind} {string.Join(',', p.Methods)} {p.Route} {p.Area}").ShouldBe(["api GET /api/v1/books Books", "api DELETE /api/v1/books/{isbn} Books", "page GET /hello Hello"]);
    }
}
