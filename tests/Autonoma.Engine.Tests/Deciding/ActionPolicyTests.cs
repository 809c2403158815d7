using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Tests.Deciding;

public sealed class ActionPolicyTests
{
    private static readonly ActionScope Scope = new("Buy the chair", "http://shop.test:5080/cart", ["shop.test:5080", "*.cdn.test"], ["password", "apiKey"], ["password", "apiKey", "user"]);

    [Theory]
    [InlineData("/checkout")]
    [InlineData("checkout")]
    [InlineData("?page=2")]
    [InlineData("#top")]
    [InlineData("../cart")]
    [InlineData("http://shop.test:5080/checkout")]
    [InlineData("https://img.cdn.test/x")]
    [InlineData("about:blank")]
    public void Address_OfTheTest_IsAllowed(string url) => ActionPolicy.Refusal(new NavigateArguments(url), null, Scope).ShouldBeNull();

    [Theory]
    [InlineData("http://shop.test/")]
    [InlineData("http://shop.test:5081/")]
    [InlineData("https://shop.test.evil.example/")]
    [InlineData("https://evilcdn.test/")]
    [InlineData("http://shop.test:5080@evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,hi")]
    [InlineData("file:///etc/passwd")]
    [InlineData("view-source:http://shop.test:5080/")]
    [InlineData("/pay?p={{password}}")]
    [InlineData("/pay?p=({{password}} variable)")]
    public void Address_OutsideTheTest_IsRefused(string url) => ActionPolicy.Refusal(new NavigateArguments(url), null, Scope).ShouldNotBeNull();

    [Theory]
    [InlineData("Open https://docs.example.com/start.", "https://docs.example.com/start", true)]
    [InlineData("Go to docs.example.com", "docs.example.com", true)]
    [InlineData("Go to docs.example.com", "https://example.com/", false)]
    [InlineData("Go to docs.example.com.evil.test", "https://docs.example.com/", false)]
    [InlineData("Go to notdocs.example.com", "https://docs.example.com/", false)]
    public void Host_ThatTheStepNames_IsAllowed(string step, string url, bool allowed)
        => (ActionPolicy.Refusal(new NavigateArguments(url), null, Scope with { Step = step }) is null).ShouldBe(allowed);

    [Theory]
    [InlineData("http://shop.test:5080/next", true)]
    [InlineData("about:blank", true)]
    [InlineData("https://evil.example/", false)]
    public void Place_ThatTheBrowserIsAt_IsJudgedToo(string url, bool allowed) => (ActionPolicy.RefusedPlace(Scope with { Url = url }) is null).ShouldBe(allowed);

    [Theory]
    [InlineData("{{password}}", "Password", true, true)]
    [InlineData("{{password}}", "Search", false, false)]
    [InlineData("{{password}}", "Comment", false, false)]
    [InlineData("x{{password}}x", "Comment", false, false)]
    [InlineData("{{apiKey}}", "API key", false, true)]
    [InlineData("{{apiKey}}", "Key", false, false)]
    [InlineData("{{apiKey}}", "Password", true, false)]
    [InlineData("{{user}}", "Comment", false, true)]
    public void Secret_GoesOnlyIntoItsField(string text, string field, bool masked, bool allowed)
        => (ActionPolicy.Refusal(new TypeArguments("x", text), Field(field, masked), Scope) is null).ShouldBe(allowed);

    [Fact]
    public void Secret_ThatTheStepNames_GoesWhereTheStepSays()
        => ActionPolicy.Refusal(new TypeArguments("x", "{{password}}"), Field("Comment", false), Scope with { Step = "Type {{password}} into Comment" }).ShouldBeNull();

    [Fact]
    public void FilesAndVariables_NotNamedByTheStep_AreLeftAlone()
    {
        ActionPolicy.Refusal(new UploadArguments("x", ["/etc/passwd"]), null, Scope).ShouldNotBeNull();
        ActionPolicy.Refusal(new UploadArguments("x", ["cv.pdf"]), null, Scope with { Step = "Upload cv.pdf" }).ShouldBeNull();
        ActionPolicy.Refusal(new ReadArguments("x", "user"), null, Scope).ShouldNotBeNull();
        ActionPolicy.Refusal(new ReadArguments("x", "total"), null, Scope).ShouldBeNull();
        ActionPolicy.Refusal(new SaveClipboardArguments("password"), null, Scope).ShouldNotBeNull();
        ActionPolicy.Refusal(new DialogArguments(true, "{{password}}"), null, Scope).ShouldNotBeNull();
        ActionPolicy.Refusal(new ClickArguments("x"), null, Scope).ShouldBeNull();
    }

    private static UiNode Field(string name, bool masked) => new() { Ref = new(0, 1), Tag = "input", Role = "textbox", Name = name, IsPassword = masked };
}
