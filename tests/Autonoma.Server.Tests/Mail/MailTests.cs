using System.Text.RegularExpressions;
using Autonoma.Server.Configuration;
using Autonoma.Server.Mail;
using Autonoma.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Autonoma.Server.Tests.Mail;

/// <summary>A server that was told where to send mail.</summary>
public sealed class MailingServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    internal SmtpServer Smtp { get; } = new();

    protected override IReadOnlyList<string> Settings => ["--roles", "api", "--smtp-url", Smtp.Url, "--mail-from", "autonoma@example.com"];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }
}

public sealed class MailTests(MailingServer server) : IClassFixture<MailingServer>
{
    [Fact]
    public async Task Invitation_IsMailedToWhoIsInvited_AndToNobodyElse_WhateverTheOrganizationIsCalled()
    {
        using var owner = await server.NewOwnerAsync("Acme\r\nBcc: everybody@example.com");

        var made = await owner.PostAsync("/v1/invitations", new { email = "guest@example.com", role = "viewer" });

        made["mailed"]!.GetValue<bool>().ShouldBeTrue();
        var mail = await server.Smtp.NextAsync(TestContext.Current.CancellationToken);
        mail.To.ShouldBe(["guest@example.com"]);
        mail.From.ShouldContain("autonoma@example.com");
        Plain(mail.Data).ShouldContain(made["url"]!.GetValue<string>());
        mail.Data.Split("\r\n\r\n")[0].Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task PasswordReset_IsMailedToTheAccount_AndNothingToAnAddressWithoutOne()
    {
        using var owner = await server.NewOwnerAsync();
        using var anybody = server.NewBrowser();
        await anybody.PostAsync("/v1/account/password-reset", new { email = "no-account@example.com" });

        await anybody.PostAsync("/v1/account/password-reset", new { email = owner.Email });

        var mail = await server.Smtp.NextAsync(TestContext.Current.CancellationToken);
        mail.To.ShouldBe([owner.Email], "the one without an account would have come first");
        var text = Plain(mail.Data);
        var link = new Uri(text[text.IndexOf("http://", StringComparison.Ordinal)..].Split('\r', '\n')[0]);
        var query = QueryHelpers.ParseQuery(link.Query);
        await anybody.PostAsync("/v1/account/password-reset/confirm", new { email = query["email"].ToString(), token = query["token"].ToString(), password = "a password that is new" });
        await anybody.PostAsync("/v1/session", new { email = owner.Email, password = "a password that is new" });
    }

    [Fact]
    public async Task Mail_ThatCannotBeTakenNow_IsTriedAgainAfterLongerAndLongerPauses_AndOneThatNeverCan_IsNot()
    {
        await using var smtp = new SmtpServer();
        foreach (var refusal in (string[])["451 busy", "421 full", "451 busy"])
            smtp.Refusals.Enqueue(refusal);
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        var settings = ServerSettings.From(new ConfigurationBuilder().AddCommandLine(["--smtp-url", smtp.Url, "--mail-from", "autonoma@example.com"]).Build());
        using var mailer = new Mailer(settings, time, NullLogger<Mailer>.Instance);
        await mailer.StartAsync(TestContext.Current.CancellationToken);

        mailer.Send("guest@example.com", "Hello", "Text").ShouldBeTrue();
        var waited = TimeSpan.Zero;
        for (var tries = 1; tries <= 3; tries++)
        {
            await Waiting.UntilAsync(() => Task.FromResult(time.Pending.Count == 1), TestContext.Current.CancellationToken);
            smtp.Tries.ShouldBe(tries);
            waited += time.Pending[0];
            time.Advance(time.Pending[0]);
        }

        (await smtp.NextAsync(TestContext.Current.CancellationToken)).To.ShouldBe(["guest@example.com"]);
        waited.ShouldBeGreaterThan(TimeSpan.FromSeconds(3));

        smtp.Refusals.Enqueue("550 no such mailbox");
        mailer.Send("nobody@example.com", "Hello", "Text");
        await Waiting.UntilAsync(() => smtp.Tries == 5, TestContext.Current.CancellationToken);
        mailer.Send("guest@example.com", "Again", "Text");
        (await smtp.NextAsync(TestContext.Current.CancellationToken)).Data.ShouldContain("Again");
        await mailer.StopAsync(TestContext.Current.CancellationToken);
        smtp.Tries.ShouldBe(6);
    }

    // Quoted-printable: lines that go on, a dot that is doubled where a line begins with it, and letters by their number.
    private static string Plain(string data) => Regex.Replace(
        data.Replace("\r\n..", "\r\n.", StringComparison.Ordinal).Replace("=\r\n", "", StringComparison.Ordinal), "=([0-9A-F]{2})", letter => ((char)Convert.ToInt32(letter.Groups[1].Value, 16)).ToString(), RegexOptions.None, TimeSpan.FromSeconds(1));
}
