using System.Data;
using System.Threading.Tasks;
using Agency.Web.Models;
using Dapper;

namespace Agency.Web.Data
{
    public class LeadRepository
    {
        private const string InsertSql = @"
            INSERT INTO dbo.leads (company, email, message, received_at)
            VALUES (@Company, @Email, @Message, @ReceivedAt);
            SELECT CAST(SCOPE_IDENTITY() AS int)";

        private readonly IDbConnection _connection;

        public LeadRepository(IDbConnection connection)
        {
            _connection = connection;
        }

        public async Task<int> InsertAsync(Lead lead)
        {
            lead.Id = await _connection.ExecuteScalarAsync<int>(InsertSql, lead);
            return lead.Id;
        }

        public Task<int> CountAsync() => _connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM dbo.leads");
    }
}
