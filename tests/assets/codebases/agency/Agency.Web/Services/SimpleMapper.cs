using System.Linq;

namespace Agency.Web.Services
{
    /// <summary>Copies properties of the same name.</summary>
    public static class SimpleMapper
    {
        public static T Map<T>(object source) where T : new()
        {
            var target = new T();
            foreach (var property in typeof(T).GetProperties().Where(p => p.CanWrite))
            {
                var from = source.GetType().GetProperty(property.Name);
                if (from != null && from.PropertyType == property.PropertyType) property.SetValue(target, from.GetValue(source));
            }
            return target;
        }
    }
}
