using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Autonoma.Server.Hosting;

/// <summary>
/// The addresses that the server will listen on, taken before anything is started and handed to Kestrel later: a server that nobody can reach must not begin to work, nor migrate a database, and what was
/// free when it was looked at must not be somebody else's when it is needed.
/// </summary>
internal sealed class ListenAddresses : IDisposable
{
    private readonly Dictionary<EndPoint, Socket> _taken = [];

    private ListenAddresses()
    {
    }

    /// <exception cref="ArgumentException">One of them cannot be had; the message says why and what to do.</exception>
    public static ListenAddresses Take(string urls)
    {
        var addresses = new ListenAddresses();
        foreach (var url in urls.Split(';'))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                continue;
            try
            {
                foreach (var end in EndPoints(address))
                    addresses.Take(end);
            }
            catch (SocketException e)
            {
                addresses.Dispose();
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

        return addresses;
    }

    /// <summary>The socket of an address: the one that was taken, or a new one.</summary>
    public Socket Bind(EndPoint end) => _taken.Remove(end, out var socket) ? socket : SocketTransportOptions.CreateDefaultBoundListenSocket(end);

    /// <summary>Gives back what nobody asked for.</summary>
    public void Dispose()
    {
        foreach (var socket in _taken.Values)
            socket.Dispose();
        _taken.Clear();
    }

    // Bound alone is not enough: two may be bound to one address, the first to listen has it.
    private void Take(IPEndPoint end)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(end);
        _taken.Add(end, socket);
        socket.Listen();
    }

    // As Kestrel means them: a name that is no address stands for all of this machine's.
    private static IEnumerable<IPEndPoint> EndPoints(BindingAddress address)
        => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [new(IPAddress.Loopback, address.Port)]
            : IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? [new(ip, address.Port)]
            : [new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, address.Port)];
}
