using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>Requests handed to the handler, answers as they would go out; and what they are made of.</summary>
internal sealed class InProcess : IDisposable
{
    private readonly OurApp _app = new();
    private readonly ServiceProvider _services;
    private readonly EnvironmentFactoryHandler _handler;

    public InProcess()
    {
        var services = new ServiceCollection();
        _app.AddTo(services);
        _services = services.BuildServiceProvider();
        _handler = _services.GetRequiredService<EnvironmentFactoryHandler>();
    }

    public void Dispose() => _services.Dispose();

    public async Task<Times> LifecycleAsync(string body, int times)
    {
        var request = EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(body), OurApp.SharedSecret);
        double up = 0, down = 0;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await SendAsync(request);
            up += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var ending = EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(Bodies.Down(TokenOf(answer))), OurApp.SharedSecret);
            start = Stopwatch.GetTimestamp();
            await SendAsync(ending);
            down += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        if (!_app.Rows.IsEmpty)
            throw new InvalidOperationException($"{_app.Rows.Count} rows stayed.");
        return new("up", up, "down", down);
    }

    public static Times Token(RefsTokenPayload payload, int times)
    {
        var token = "";
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            token = RefsToken.Sign(payload, OurApp.SigningSecret);
        var sign = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            RefsToken.Read(token, OurApp.SigningSecret);
        return new("sign", sign, "verify", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public static Times Hmac(byte[] body, int times)
    {
        var signature = "";
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            signature = RequestSignature.Sign(body, OurApp.SharedSecret);
        var sign = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            if (!RequestSignature.Verify(body, signature, OurApp.SharedSecret))
                throw new InvalidOperationException("Not verified.");
        }

        return new("sign", sign, "verify", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>Allocated bytes of an <c>up</c> and a <c>down</c> by the number of records: linear if one record costs the same in each.</summary>
    public async Task MemoryAsync()
    {
        var perRecord = new List<double>();
        foreach (var records in (int[])[2_500, 5_000, 10_000, 20_000, 40_000])
        {
            var body = Bodies.Up(records);
            await LifecycleAsync(body, 1);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await LifecycleAsync(body, 1);
            perRecord.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)records);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records,8} records: {perRecord[^1],8:0} bytes allocated for each, up and down together"));
        }

        var growth = perRecord[^1] / perRecord[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from 2,500 to 40,000 records a record costs {growth:0.00} times as much   target at most 1.25: {(growth <= 1.25 ? "met" : "MISSED")}"));
    }

    public static string TokenOf(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("refsToken").GetString()!;
    }

    private async Task<ReadOnlyMemory<byte>> SendAsync(EnvironmentFactoryRequest request)
    {
        var response = await _handler.HandleAsync(request);
        return response.IsSuccess ? response.Body : throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
    }
}
