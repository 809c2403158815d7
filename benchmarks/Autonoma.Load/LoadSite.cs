using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.Load;

/// <summary>What the live run is made on: a form that answers to every step, so that pictures change all the time.</summary>
internal sealed class LoadSite : IAsyncDisposable
{
    private const string Page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Orders</title>
        <style>body{font:16px sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .8em}</style></head>
        <body><h1>Orders</h1>
        <form onsubmit="event.preventDefault(); const row = document.querySelector('tbody').insertRow(); for (const name of ['customer', 'amount', 'note']) row.insertCell().textContent = this[name].value; document.getElementById('count').textContent = document.querySelectorAll('tbody tr').length + ' orders'; this.reset();">
        <label>Customer <input name="customer"></label> <label>Amount <input name="amount"></label> <label>Note <input name="note"></label> <button>Add order</button></form>
        <p id="count">0 orders</p><table><thead><tr><th>Customer</th><th>Amount</th><th>Note</th></tr></thead><tbody></tbody></table></body></html>
        """;

    private readonly WebApplication _app;

    private LoadSite(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<LoadSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(Page, "text/html"));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
