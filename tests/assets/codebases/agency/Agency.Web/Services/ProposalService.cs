using System;
using System.Threading.Tasks;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace Agency.Web.Services
{
    public class ProposalService
    {
        private readonly string _connectionString;

        public ProposalService(IConfiguration configuration)
        {
            _connectionString = configuration.GetConnectionString("Agency");
        }

        public async Task<Guid> DraftAsync(int clientId, string title, decimal price)
        {
            var publicToken = Guid.NewGuid();
            using var connection = new SqlConnection(_connectionString);
            connection.Open();
            using var command = new SqlCommand("insert into Proposals (ClientId, Title, Price, PublicToken) values (@client, @title, @price, @token)", connection);
            command.Parameters.AddWithValue("@client", clientId);
            command.Parameters.AddWithValue("@title", title);
            command.Parameters.AddWithValue("@price", price);
            command.Parameters.AddWithValue("@token", publicToken);
            await command.ExecuteNonQueryAsync();
            return publicToken;
        }
    }
}
