using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Variables.Faking;

/// <summary>The net, pictures, files, databases, repositories.</summary>
internal static class NetAndFiles
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly int[] StatusCodes = [200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503];
    private static readonly string[] Emoji = ["🎉", "🌍", "🌟", "🍎", "🎈", "🐝", "📦", "🚀", "😀", "🛒"];
    private static readonly string[] NetworkInterfaces = ["eth0", "eth1", "wlan0", "wlp2s0", "enp3s0"];

    public static Dictionary<string, Func<FakeSource, JsonNode>> Generators { get; } = new(StringComparer.Ordinal)
    {
        ["internet.email"] = s => s.Email(),
        ["internet.exampleEmail"] = s => s.Email(),
        ["internet.username"] = s => s.UserName(),
        ["internet.userName"] = s => s.UserName(),
        ["internet.displayName"] = s => $"{s.Faker.Name.FirstName()}{s.Random.Number(1, 99)}",
        ["internet.password"] = s => s.Faker.Internet.Password(15),
        ["internet.url"] = s => $"https://{s.Host()}",
        ["internet.domainName"] = s => s.Host(),
        ["internet.domainWord"] = s => s.Faker.Internet.DomainWord(),
        ["internet.domainSuffix"] = s => s.Faker.Internet.DomainSuffix(),
        ["internet.ip"] = s => s.Faker.Internet.Ip(),
        ["internet.ipv4"] = s => s.Faker.Internet.Ip(),
        ["internet.ipv6"] = s => s.Faker.Internet.Ipv6(),
        ["internet.mac"] = s => s.Faker.Internet.Mac(),
        ["internet.port"] = s => s.Faker.Internet.Port(),
        ["internet.protocol"] = s => s.Faker.Internet.Protocol(),
        ["internet.httpMethod"] = s => s.Random.ArrayElement(Methods),
        ["internet.httpStatusCode"] = s => s.Random.ArrayElement(StatusCodes),
        ["internet.userAgent"] = s => s.Faker.Internet.UserAgent(),
        ["internet.color"] = s => s.Faker.Internet.Color(),
        ["internet.emoji"] = s => s.Random.ArrayElement(Emoji),
        ["internet.jwt"] = s => $"{s.Random.AlphaNumeric(36)}.{s.Random.AlphaNumeric(60)}.{s.Random.AlphaNumeric(43)}",
        ["image.url"] = s => $"https://images.example.com/{s.Random.Hexadecimal(8, "")}/640x480.jpg",
        ["image.avatar"] = s => $"https://images.example.com/avatars/{s.Random.Hexadecimal(8, "")}.jpg",
        ["image.dataUri"] = s => s.Faker.Image.DataUri(640, 480, s.Random.Hexadecimal(6, "#")),
        ["system.fileName"] = s => s.Faker.System.FileName(),
        ["system.commonFileName"] = s => s.Faker.System.CommonFileName(),
        ["system.fileExt"] = s => s.Faker.System.FileExt(),
        ["system.commonFileExt"] = s => s.Faker.System.CommonFileExt(),
        ["system.fileType"] = s => s.Faker.System.FileType(),
        ["system.commonFileType"] = s => s.Faker.System.CommonFileType(),
        ["system.mimeType"] = s => s.Faker.System.MimeType(),
        ["system.filePath"] = s => s.Faker.System.FilePath(),
        ["system.directoryPath"] = s => s.Faker.System.DirectoryPath(),
        ["system.semver"] = s => s.Faker.System.Semver(),
        ["system.networkInterface"] = s => s.Random.ArrayElement(NetworkInterfaces),
        ["database.column"] = s => s.Faker.Database.Column(),
        ["database.type"] = s => s.Faker.Database.Type(),
        ["database.collation"] = s => s.Faker.Database.Collation(),
        ["database.engine"] = s => s.Faker.Database.Engine(),
        ["database.mongodbObjectId"] = s => s.Random.Hexadecimal(24, ""),
        ["git.branch"] = s => $"{s.Faker.Hacker.Noun()}-{s.Faker.Hacker.Verb()}".Replace(' ', '-'),
        ["git.commitSha"] = s => s.Random.Hexadecimal(40, ""),
        ["git.commitMessage"] = s => $"{s.Faker.Hacker.Verb()} {s.Faker.Hacker.Adjective()} {s.Faker.Hacker.Noun()}",
    };
}
