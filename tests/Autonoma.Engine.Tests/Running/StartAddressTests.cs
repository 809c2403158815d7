using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Tests.Running;

public sealed class StartAddressTests
{
    [Theory]
    [InlineData("https://shop.example/cart", null, "https://shop.example/cart")]
    [InlineData("cart", "https://shop.example", "https://shop.example/cart")]
    [InlineData("cart", "https://shop.example/app", "https://shop.example/app/cart")]
    [InlineData("/cart", "https://shop.example/app/", "https://shop.example/cart")]
    [InlineData("?q=1", "https://shop.example/index.html", "https://shop.example/index.html?q=1")]
    [InlineData(null, "https://shop.example/app", "https://shop.example/app/")]
    [InlineData("shop.example/cart", null, "https://shop.example/cart")]
    [InlineData("localhost:5000/cart", null, "http://localhost:5000/cart")]
    [InlineData(null, "127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void Resolve_OfAStart_GivesTheAddress(string? url, string? baseUrl, string expected) => StartAddress.Resolve(url, baseUrl, "")!.ToString().ShouldBe(expected);

    [Fact]
    public void Resolve_WithoutAnything_IsThePageAsItIs() => StartAddress.Resolve(null, null, "").ShouldBeNull();

    [Fact]
    public void Resolve_OfAFolder_GivesItsFiles()
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-start-").FullName;
        try
        {
            StartAddress.Resolve("a page.html", folder, "")!.LocalPath.ShouldBe(Path.Combine(folder, "a page.html"));
            StartAddress.Resolve("/a.html", folder, "")!.LocalPath.ShouldBe(Path.Combine(folder, "a.html"));
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void Resolve_OfARelativeAddressWithoutABase_SaysWhatToDo()
        => Should.Throw<UserInputException>(() => StartAddress.Resolve("cart", null, "")).Message.ShouldContain("base URL");

    [Theory]
    [InlineData("/orders", "https://shop.example/app/cart", "https://shop.example/orders")]
    [InlineData("orders", "https://shop.example/app/cart", "https://shop.example/app/orders")]
    [InlineData("orders.html", "https://shop.example/cart.html", "https://shop.example/orders.html")]
    [InlineData("other.example", "https://shop.example/cart", "https://other.example/")]
    [InlineData("localhost:81/x", "https://shop.example/cart", "http://localhost:81/x")]
    [InlineData("https://x.example/", "https://shop.example/cart", "https://x.example/")]
    [InlineData("#top", "https://shop.example/cart", "https://shop.example/cart#top")]
    public void Follow_OfAnAddressInAStep_GoesFromTheCurrentPage(string address, string current, string expected) => StartAddress.Follow(address, current, null).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("htp:/shop.test", "Did you mean \"http://shop.test\"?")]
    [InlineData("htps://shop.test/login", "Did you mean \"https://shop.test/login\"?")]
    [InlineData("mailto:me@shop.test", "Addresses begin with")]
    [InlineData("javascript:alert(1)", "Addresses begin with")]
    public void Resolve_OfAnotherScheme_SaysWhatWasMeant(string url, string advice)
        => Should.Throw<UserInputException>(() => StartAddress.Resolve(url, "http://localhost:5000", "")).Message.ShouldContain(advice);
}
