using System.Net;
using Autonoma.Server.Configuration;
using Autonoma.Server.Networks;
using Microsoft.Extensions.Configuration;

namespace Autonoma.Server.Tests.Networks;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.100.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void Address_OfAPrivateNetwork_IsNotCalled(string address) => Guard("refused").Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Address_ThatEverybodyReaches_IsCalled(string address) => Guard("refused").Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    public void Address_WhereCloudsKeepKeys_IsNeverCalled(string address) => Guard("allowed").Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("http://localhost/x")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://router/")]
    [InlineData("http://127.0.0.1:8080/")]
    public void Url_OfAPrivateNetwork_IsRefusedWhenItIsWritten(string url)
    {
        var fields = new Answers.Fields("x.invalid");

        Guard("refused").Check(fields, url, "url");

        Should.Throw<Platform.Refusals.RefusedException>(fields.ThrowIfWrong).Errors.Single().Path.ShouldBe("url");
    }

    [Fact]
    public async Task Connection_ToANameThatMeansThisMachine_IsNotMade()
    {
        using var http = new HttpClient(Guard("refused").CreateHandler());

        (await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("http://localhost:1/", TestContext.Current.CancellationToken))).Message.ShouldContain("does not call");
    }

    private static AddressGuard Guard(string addresses) => new(ServerSettings.From(new ConfigurationBuilder().AddCommandLine(["--private-addresses", addresses]).Build()));
}
