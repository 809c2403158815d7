using System.Globalization;
using System.Text;
using System.Text.Json;
using Autonoma.Benchmarks;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Speed;
using Autonoma.Interop.Tests.Peer;

// speed [--rounds N] [--parts process,http,tokens,hmac,memory] [--records 1,100,10000]
if (args.Contains("--serve"))
{
    await OurApp.ServeAsync();
    return 0;
}

var options = new OptionLine(args, "--rounds", "--parts", "--records");
var parts = options.List("--parts", "process,http,tokens,hmac,memory");
var rounds = options.Number("--rounds", 9);
var chosen = options.List("--records", "1,100,10000").Select(records => int.Parse(records, CultureInfo.InvariantCulture));
var sizes = chosen.Select(records => (Records: records, Times: Math.Clamp(5000 / records, 1, 1000))).ToList();
using var ours = new InProcess();
if (parts.Contains("memory"))
{
    Console.WriteLine("memory by the number of records");
    await ours.MemoryAsync();
}

PeerProcess started;
try
{
    started = await PeerProcess.StartAsync();
}
catch (PeerUnavailableException exception)
{
    Console.WriteLine($"NOT COMPARED with the published packages: {exception.Message}.");
    return 0;
}

using var peer = started;
Console.WriteLine($"each: median time of ours, of @autonoma-ai/sdk {PeerPackages.Version}, and how many times their throughput ours is (least to most of {rounds} rounds)");
foreach (var (records, _) in sizes)
{
    await peer.LoadAsync($"up {records}", Bodies.Up(records));
    await peer.LoadAsync($"token {records}", Bodies.TokenPayload(records));
}

if (parts.Contains("process"))
{
    foreach (var (records, times) in sizes)
    {
        // Enough for both compilers to have done their best.
        var warm = Math.Max(times, 3);
        await ours.LifecycleAsync(Bodies.Up(records), warm);
        await peer.TimeAsync("lifecycle", $"up {records}", warm);
        await Rounds.CompareAsync($"in process, {records:N0} records", rounds, times, () => ours.LifecycleAsync(Bodies.Up(records), times), async () => Times.Of(await peer.TimeAsync("lifecycle", $"up {records}", times)), records == 10_000 ? 5 : null);
    }
}

if (parts.Contains("http"))
{
    using var http = await OverHttp.StartAsync();
    foreach (var (records, times) in sizes)
    {
        var count = Math.Max(1, times / 4);
        await http.LifecycleAsync(http.Url, Bodies.Up(records), count + 2);
        await http.LifecycleAsync(peer.Url, Bodies.Up(records), count + 2);
        await Rounds.CompareAsync($"over HTTP, {records:N0} records", rounds, count, () => http.LifecycleAsync(http.Url, Bodies.Up(records), count), () => http.LifecycleAsync(peer.Url, Bodies.Up(records), count), records == 10_000 ? 5 : null);
    }
}

if (parts.Contains("tokens"))
{
    foreach (var (records, times) in sizes)
    {
        var payload = JsonSerializer.Deserialize<RefsTokenPayload>(Bodies.TokenPayload(records), ProtocolJson.Options)!;
        var count = times * 4;
        InProcess.Token(payload, count + 100);
        await peer.TimeAsync("token", $"token {records}", count + 100);
        await Rounds.CompareAsync($"token, {records:N0} records", rounds, count, () => Task.FromResult(InProcess.Token(payload, count)), async () => Times.Of(await peer.TimeAsync("token", $"token {records}", count)));
    }
}

if (parts.Contains("hmac"))
{
    var megabyte = new string('x', 1024 * 1024);
    var bytes = Encoding.UTF8.GetBytes(megabyte);
    await peer.LoadAsync("megabyte", megabyte);
    await Rounds.CompareAsync("HMAC of 1 MB", rounds, 50, () => Task.FromResult(InProcess.Hmac(bytes, 50)), async () => Times.Of(await peer.TimeAsync("hmac", "megabyte", 50)));
}

return 0;
