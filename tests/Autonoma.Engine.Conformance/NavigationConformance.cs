using System.Net;
using System.Net.Sockets;
using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>Addresses.</summary>
public abstract class NavigationConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "navigation";

    [Fact]
    public async Task GoTo_ThenBackAndForward_Moves()
    {
        var navigation = Driver.Navigation!;
        var first = new Uri(navigation.CurrentUrl);
        await navigation.GoToAsync(new(first, "second.html"), Token);
        (await LookAsync()).Title.ShouldBe("Second");
        (await navigation.GoBackAsync(Token)).ShouldBeTrue();
        (await LookAsync()).Title.ShouldBe("Navigation");
        (await navigation.GoForwardAsync(Token)).ShouldBeTrue();
        (await LookAsync()).Title.ShouldBe("Second");
        (await navigation.GoForwardAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Reload_KeepsTheAddress()
    {
        var before = Driver.Navigation!.CurrentUrl;
        await Driver.Navigation.ReloadAsync(Token);
        Driver.Navigation.CurrentUrl.ShouldBe(before);
        (await LookAsync()).Tree.Root.InnerText.ShouldContain("First page");
    }

    [Fact]
    public async Task GoTo_NothingListens_SaysConnectionRefused()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var error = await Should.ThrowAsync<NavigationFailedException>(() => Driver.Navigation!.GoToAsync(new($"http://127.0.0.1:{port}/"), Token));
        error.Message.ShouldContain($"http://127.0.0.1:{port}/");
        error.Message.ShouldContain("connection refused");
    }

    [Fact]
    public async Task GoTo_UnknownHost_SaysSo()
    {
        var error = await Should.ThrowAsync<NavigationFailedException>(() => Driver.Navigation!.GoToAsync(new("http://no-such-host.invalid/"), Token));
        error.Message.ShouldContain("host name is not known");
    }

    [Fact]
    public async Task Identity_OfAReplacedDocument_IsGone()
    {
        var link = (await LookAsync()).Tree.Nodes.Single(node => node.Role == "link").Ref;
        await Driver.Navigation!.ReloadAsync(Token);
        (await LookAsync()).Tree.Find(link).ShouldBeNull();
        (await Driver.Elements.ReachAsync(link, null, Token)).Status.ShouldBe(ReachStatus.Gone);
    }
}
