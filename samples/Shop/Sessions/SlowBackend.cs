namespace Shop.Sessions;

/// <summary>Some answers take a moment, as they would with a real database: spinners need something to wait for.</summary>
internal sealed class SlowBackend(RequestDelegate next)
{
    private static readonly Dictionary<string, int> Milliseconds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/api/products"] = 350,
        ["/api/dashboard"] = 700,
        ["/api/postcode"] = 400,
        ["/api/order-note"] = 300,
    };

    public async Task InvokeAsync(HttpContext context, TimeProvider time)
    {
        if (Milliseconds.TryGetValue(context.Request.Path.Value ?? "", out var delay))
            await Task.Delay(TimeSpan.FromMilliseconds(delay), time, context.RequestAborted);
        await next(context);
    }
}
