using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Autonoma.Server.Tests.Work;

/// <summary>Storage that speaks S3, strict about who asks: every request is signed with AWS Signature Version 4 over exactly what came, its body too. Lists two at a time.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "files-of-runs", AccessKey = "AKIDOFTHETESTS", SecretKey = "secret/of+the/tests", Region = "eu-central-1";

    private static readonly XNamespace Xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public ConcurrentDictionary<string, (byte[] Bytes, string ContentType)> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for: method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (Wrong(context.Request, body) is { } wrong)
        {
            await FailAsync(context, 403, "SignatureDoesNotMatch", wrong);
            return;
        }

        var path = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        if (path[0] != Bucket)
        {
            await FailAsync(context, 404, "NoSuchBucket", "There is no such bucket.");
            return;
        }

        var key = path.ElementAtOrDefault(1) ?? "";
        await (context.Request.Method switch
        {
            "PUT" => PutAsync(context, key, body),
            "GET" when key.Length > 0 => GetAsync(context, key),
            "GET" => ListAsync(context),
            "POST" when context.Request.Query.ContainsKey("delete") => DeleteAsync(context, body),
            _ => FailAsync(context, 405, "MethodNotAllowed", "Not here."),
        });
    }

    private Task PutAsync(HttpContext context, string key, byte[] body)
    {
        Objects[key] = (body, context.Request.ContentType ?? "");
        context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(Md5(body))}\"";
        return Task.CompletedTask;
    }

    private async Task GetAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            await FailAsync(context, 404, "NoSuchKey", "There is no such key.");
            return;
        }

        (context.Response.ContentType, context.Response.ContentLength) = (found.ContentType, found.Bytes.Length);
        await context.Response.Body.WriteAsync(found.Bytes);
    }

    private async Task ListAsync(HttpContext context)
    {
        var after = context.Request.Query["continuation-token"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(context.Request.Query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).Take(3).ToList();
        var page = keys.Take(2).ToList();
        await XmlAsync(context, new(Xml + "ListBucketResult", new XElement(Xml + "IsTruncated", keys.Count > 2), new XElement(Xml + "KeyCount", page.Count), keys.Count > 2 ? new XElement(Xml + "NextContinuationToken", page[^1]) : null,
            page.Select(key => new XElement(Xml + "Contents", new XElement(Xml + "Key", key), new XElement(Xml + "Size", Objects[key].Bytes.Length)))));
    }

    private async Task DeleteAsync(HttpContext context, byte[] body)
    {
        foreach (var key in XDocument.Parse(Encoding.UTF8.GetString(body)).Descendants().Where(element => element.Name.LocalName == "Key"))
            Objects.TryRemove(key.Value, out _);
        await XmlAsync(context, new(Xml + "DeleteResult"));
    }

    private static Task FailAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return XmlAsync(context, new("Error", new XElement("Code", code), new XElement("Message", message)));
    }

    private static Task XmlAsync(HttpContext context, XElement element)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(element.ToString());
    }

    // docs.aws.amazon.com: "Create a signed AWS API request", with S3's own rule that a path is encoded once.
    private static string? Wrong(HttpRequest request, byte[] body)
    {
        const string Scheme = "AWS4-HMAC-SHA256 ";
        var said = request.Headers.Authorization.ToString();
        if (!said.StartsWith(Scheme, StringComparison.Ordinal))
            return "There is no signature.";
        var parts = said[Scheme.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var credential = parts["Credential"].Split('/');
        var time = request.Headers["x-amz-date"].ToString();
        if (credential is not [AccessKey, var day, Region, "s3", "aws4_request"] || !time.StartsWith(day, StringComparison.Ordinal))
            return $"Wrong credential {parts["Credential"]} at {time}.";
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"] != hash)
            return "The hash is not that of the body.";
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var query = string.Join('&', (target.ElementAtOrDefault(1) ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
        var names = parts["SignedHeaders"].Split(';');
        if (!names.Contains("host", StringComparer.Ordinal) || !names.Contains("x-amz-content-sha256", StringComparer.Ordinal))
            return "Host and hash must be signed.";
        var canonical = $"{request.Method}\n{target[0]}\n{query}\n{string.Concat(names.Select(name => $"{name}:{string.Join(' ', request.Headers[name].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"))}\n{parts["SignedHeaders"]}\n{hash}";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{day}/{Region}/s3/aws4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
        foreach (var part in (string[])[day, Region, "s3", "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == parts["Signature"] ? null : $"Another signature is due for:\n{canonical}";
    }

#pragma warning disable CA5351 // ETags of S3 are MD5.
    private static byte[] Md5(byte[] body) => MD5.HashData(body);
#pragma warning restore CA5351
}
