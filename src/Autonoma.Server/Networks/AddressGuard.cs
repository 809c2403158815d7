using System.Net;
using System.Net.Sockets;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Networks;

/// <summary>
/// Keeps what people write as addresses away from networks that only this machine reaches: itself, its neighbours, the metadata of its cloud. Looked at when an
/// address is written, and again for the address that a name turns out to have when it is called.
/// </summary>
internal sealed class AddressGuard(ServerSettings settings)
{
    /// <summary>Whether this machine's own networks are out of reach.</summary>
    public bool IsStrict => !settings.AllowsPrivateAddresses;

    /// <summary>Whether a server may call it.</summary>
    public bool Allows(IPAddress address) => settings.AllowsPrivateAddresses ? !IsMetadata(address) : IsPublic(address);

    /// <summary>Notes what is wrong with an address that was written.</summary>
    public void Check(Fields fields, string? url, string path)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return;
        var host = address.IdnHost.TrimEnd('.');
        var isAllowed = IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? Allows(ip)
            : settings.AllowsPrivateAddresses || !(host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || !host.Contains('.', StringComparison.Ordinal));
        fields.Check(isAllowed, path, ip is not null && IsMetadata(ip) ? "is where clouds keep the keys of their machines, and is never called" : "lies in a network that this server does not call (start it with --private-addresses allowed to let it)");
    }

    /// <summary>A handler whose connections are made only to addresses that are allowed: a name may say one thing when it is looked at and another when it is called.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            var allowed = addresses.Where(Allows).ToArray();
            if (allowed.Length == 0)
                throw new HttpRequestException("The address lies in a network that this server does not call.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether everybody can reach it, so that this server calling it gives nobody anything.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var reached = Reached(address);
        var bytes = reached.GetAddressBytes();
        if (reached.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Global unicast is 2000::/3, less what is for documents and tunnels.
            return (bytes[0] & 0xe0) == 0x20 && bytes is not [0x20, 0x01, 0x0d, 0xb8, ..] && bytes is not [0x20, 0x01, 0x00, 0x00, ..];
        }

        return bytes switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] or [192, 0, 0 or 2, _] or [192, 88, 99, _] => false,
            [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }

    // Where clouds keep the keys of a machine: nothing that is tested lies there.
    private static bool IsMetadata(IPAddress address)
    {
        var reached = Reached(address);
        return reached.IsIPv6LinkLocal || reached.GetAddressBytes() is [169, 254, _, _] or [0xfd, 0x00, 0x0e, 0xc2, ..];
    }

    // 6to4, NAT64 and mapped addresses carry another address in them, which is the one that is reached.
    private static IPAddress Reached(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.GetAddressBytes() switch
    {
        [0x20, 0x02, .. var rest] and { Length: 16 } => new(rest.AsSpan(0, 4)),
        [0x00, 0x64, 0xff, 0x9b, _, _, _, _, _, _, _, _, .. var last] => new(last),
        _ => address,
    };
}
