using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Data
{
    public class EfRepository<T> where T : class
    {
        private readonly AgencyContext _context;
        private readonly DbSet<T> _set;

        public EfRepository(AgencyContext context)
        {
            _context = context;
            _set = context.Set<T>();
        }

        public IEnumerable<T> All() => _set.ToList();

        public T Get(int id) => _set.Find(id);

        public async Task InsertAsync(T item)
        {
            _set.Add(item);
            await _context.SaveChangesAsync();
        }

        public async Task DeleteAsync(T item)
        {
            _set.Remove(item);
            await _context.SaveChangesAsync();
        }
    }
}
