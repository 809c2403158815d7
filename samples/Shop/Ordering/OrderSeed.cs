using Shop.Catalogue;

namespace Shop.Ordering;

/// <summary>Orders of the weeks before the shop's fixed today.</summary>
internal static class OrderSeed
{
    public static List<Order> Orders(List<Product> products, DateOnly today)
    {
        Order O(int number, int daysAgo, string customer, string city, OrderStatus status, string delivery, params (int Id, int Quantity)[] lines)
        {
            var sold = lines.Select(l =>
            {
                var product = products.Single(p => p.Id == l.Id);
                return new OrderLine(product.Id, product.Name, l.Quantity, product.CurrentPrice);
            }).ToList();
            var order = new Order
            {
                Number = number, Date = today.AddDays(-daysAgo), Customer = customer, City = city, Lines = sold, Delivery = delivery, Status = status,
                Shipping = DeliveryOptions.Cost(delivery, sold.Sum(l => l.Amount)),
            };
            if (status == OrderStatus.Refunded) order.Refunded = order.Total;
            return order;
        }
        return
        [
            O(1058, 0, "Ines Calder", "Bristol", OrderStatus.New, "Standard", (7, 1), (8, 1)),
            O(1057, 0, "Jonas Weil", "Hamburg", OrderStatus.New, "Express", (9, 4)),
            O(1056, 1, "Priya Raman", "Leeds", OrderStatus.New, "Standard", (15, 2), (16, 2)),
            O(1055, 1, "Odd Hansen", "Bergen", OrderStatus.Packing, "Standard", (13, 1)),
            O(1054, 2, "Ines Calder", "Bristol", OrderStatus.New, "Pickup", (25, 3)),
            O(1053, 3, "Marta Silva", "Porto", OrderStatus.Packing, "Express", (3, 1), (4, 2)),
            O(1052, 4, "Leo Fontaine", "Lyon", OrderStatus.Shipped, "Standard", (23, 1)),
            O(1051, 5, "Amara Obi", "London", OrderStatus.Shipped, "Standard", (11, 2), (10, 6)),
            O(1050, 6, "Jonas Weil", "Hamburg", OrderStatus.Delivered, "Standard", (1, 1)),
            O(1049, 8, "Sofia Lindqvist", "Malmö", OrderStatus.Delivered, "Express", (14, 1)),
            O(1048, 9, "Priya Raman", "Leeds", OrderStatus.Refunded, "Standard", (22, 1)),
            O(1047, 12, "Tomasz Zielinski", "Gdansk", OrderStatus.Delivered, "Standard", (5, 1), (12, 1)),
            O(1046, 15, "Amara Obi", "London", OrderStatus.Delivered, "Pickup", (18, 1), (19, 1)),
            O(1045, 20, "Noor de Vries", "Utrecht", OrderStatus.Delivered, "Standard", (21, 2)),
            O(1044, 27, "Marta Silva", "Porto", OrderStatus.Delivered, "Standard", (24, 3)),
        ];
    }
}
