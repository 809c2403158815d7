using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Autonoma.Server.Hosting;

/// <summary>The addresses that the server will listen on, tried before anything is started: a server that nobody can reach must not begin to work, nor migrate a database.</summary>
internal static class ListenAddresses
{
    /// <exception cref="ArgumentException">One of them cannot be had; the message says why and what to do.</exception>
    public static void ThrowIfTaken(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                continue;
            try
            {
                foreach (var end in EndPoints(address))
                    SocketTransportOptions.CreateDefaultBoundListenSocket(end).Dispose();
            }
            catch (SocketException e)
            {
                var reason = e.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse => "something else listens there. Stop it, or choose another address: --urls http://127.0.0.1:PORT",
                    SocketError.AddressNotAvailable => "this machine has no such address",
                    SocketError.AccessDenied => "this user may not listen there; ports from 1024 on are free to all",
                    _ => e.Message,
                };
                throw new ArgumentException($"--urls (AUTONOMA_URLS): '{url}' cannot be listened on: {reason}.", e);
            }
        }
    }

    // As Kestrel means them: a name that is no address stands for all of this machine's.
    private static IEnumerable<IPEndPoint> EndPoints(BindingAddress address)
        => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [new(IPAddress.Loopback, address.Port)]
            : IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? [new(ip, address.Port)]
            : [new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, address.Port)];
}
